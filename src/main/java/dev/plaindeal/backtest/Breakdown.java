package dev.plaindeal.backtest;

import java.util.EnumSet;
import java.util.Set;

/** By what sums are told apart. */
public enum Breakdown {
    /** Everything in one row. */
    ALL("all"),
    /** By promotion, as it is named in its file. */
    PROMOTION("promotion"),
    /** By the stage that promotions apply in. */
    LAYER("layer"),
    /** By who pays: {@code platform} or {@code stores}. */
    FUNDER("funder"),
    /** By the country the buyer shops in. */
    MARKET("market"),
    /** By who sells; of an order with several stores each its part. */
    STORE("store"),
    /** By the day on the clocks of the market, for instance {@code 2026-11-27}. */
    DAY("day");

    private static final Set<SumKind> OF_ORDERS = EnumSet.allOf(SumKind.class);
    private static final Set<SumKind> OF_PROMOTIONS = EnumSet.complementOf(EnumSet.of(SumKind.TO_PAY, SumKind.BELOW_FLOOR));
    private static final Set<SumKind> OF_LAYERS =
            EnumSet.of(SumKind.ORDERS, SumKind.SAVING, SumKind.PLATFORM, SumKind.STORES, SumKind.LATER);
    private static final Set<SumKind> OF_FUNDERS = EnumSet.of(SumKind.ORDERS, SumKind.SAVING, SumKind.LATER);
    private static final Set<SumKind> OF_STORES =
            EnumSet.of(SumKind.ORDERS, SumKind.TO_PAY, SumKind.SAVING, SumKind.PLATFORM, SumKind.STORES);

    private final String key;

    Breakdown(String key) {
        this.key = key;
    }

    /** Its word in JSON and CSV. */
    public String key() {
        return key;
    }

    /** Whether it counts orders that are touched: those that look at orders, not at promotions. */
    boolean isOfWholeOrders() {
        return switch (this) {
            case ALL, MARKET, DAY, STORE -> true;
            case PROMOTION, LAYER, FUNDER -> false;
        };
    }

    /** What is added up for it; the rest would say nothing there. */
    public Set<SumKind> measures() {
        return switch (this) {
            case ALL, MARKET, DAY -> OF_ORDERS;
            case PROMOTION -> OF_PROMOTIONS;
            case LAYER -> OF_LAYERS;
            case FUNDER -> OF_FUNDERS;
            case STORE -> OF_STORES;
        };
    }
}
