package dev.plaindeal.backtest;

/** What is added up, each under the rules before and under those after. Money is in minor units. */
public enum SumKind {
    /** Orders; of a promotion or layer those that it was applied to or promised something for later. */
    ORDERS("orders", Unit.COUNT),
    /** What the buyers pay. */
    TO_PAY("toPay", Unit.MONEY),
    /** What is taken off, goods and shipping. */
    SAVING("saving", Unit.MONEY),
    /** What of that the platform pays. */
    PLATFORM("platform", Unit.MONEY),
    /** What of that the stores pay. */
    STORES("stores", Unit.MONEY),
    /** What is promised for later; no part of the saving. */
    LATER("later", Unit.MONEY),
    /** Orders with a simplicity score; of a promotion those where it alone has one. */
    SCORED("scored", Unit.COUNT),
    /** Tenths of points of those scores, each rounded half up as receipts show them. */
    SCORE("score", Unit.TENTHS),
    /** Orders whose score is below the floor of their market. */
    BELOW_FLOOR("belowFloor", Unit.COUNT),
    /** Times that a little more would have brought a promotion. */
    NEAR_MISSES("nearMisses", Unit.COUNT);

    private final String key;
    private final Unit unit;

    /** In what a sum is counted. */
    enum Unit { COUNT, MONEY, TENTHS }

    SumKind(String key, Unit unit) {
        this.key = key;
        this.unit = unit;
    }

    /** Its word in JSON and CSV. */
    public String key() {
        return key;
    }

    Unit unit() {
        return unit;
    }
}
