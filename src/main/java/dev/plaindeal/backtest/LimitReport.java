package dev.plaindeal.backtest;

/**
 * What became of one limit under both rule books.
 *
 * @param name the promotion, with the period it is counted for, {@code mcxmas/day/2021-11-08}; {@code mcxmas/buyer} stands for the limits
 *     of all single buyers, {@code code} for those of all single codes
 * @param unit {@code uses}, {@code items} or the currency whose minor units are counted
 * @param before under the rules as they were; nothing allowed and nothing taken where they do not have it
 * @param after under the rules as they would be
 */
public record LimitReport(String name, String unit, LimitUse before, LimitUse after) {

    /** Under these rules. */
    public LimitUse on(BookSide side) {
        return switch (side) {
            case BEFORE -> before;
            case AFTER -> after;
        };
    }
}
