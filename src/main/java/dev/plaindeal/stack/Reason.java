package dev.plaindeal.stack;

import java.util.Locale;

/** Why an offer or a presented code gave nothing. The keys are stable: machines and fixtures rely on them. */
public enum Reason {
    /** No promotion has this code. */
    UNKNOWN_CODE,
    /** The promotion is for another country. */
    WRONG_MARKET,
    /** The promotion is for another place to buy. */
    WRONG_CHANNEL,
    /** The store whose coupon it is sells nothing in the basket. */
    WRONG_STORE,
    /** The promotion is for other buyers. */
    WRONG_BUYER,
    /** Something else the rule asks for is not so. */
    CONDITION_NOT_MET,
    /** It has not begun. */
    NOT_STARTED,
    /** It is over. */
    ENDED,
    /** It holds on other days or at other hours. */
    OUTSIDE_HOURS,
    /** It names no amount in the basket's currency. */
    NO_AMOUNT_IN_CURRENCY,
    /** Nothing in the basket is what it is for. */
    NOTHING_IN_SCOPE,
    /** What it is for is already reduced, and it is not for reduced items. */
    ALREADY_REDUCED,
    /** Too little is spent. */
    THRESHOLD_NOT_MET,
    /** Enough is spent at first, too little once other discounts are off. */
    THRESHOLD_LOST,
    /** Too few items are bought. */
    TOO_FEW_ITEMS,
    /** It holds, but there is nothing left to take off. */
    TAKES_NOTHING,
    /** Another promotion has its place and saves at least as much. */
    BEATEN,
    /** It is never kept together with one that is kept. */
    NOT_TOGETHER,
    /** One that stands alone is kept. */
    EXCLUSIVE_KEPT,
    /** It stands alone, and the others together save at least as much. */
    EXCLUSIVE_BEATEN,
    /** With it the total would fall below its floor. */
    BELOW_FLOOR,
    /** With it the buyer would pay more, because it spoils another promotion. */
    SPOILS_MORE,
    /** It would save more, but the stack would be harder to understand than the market's floor. */
    TOO_COMPLICATED,
    /** It has been used as often as it may be. */
    LIMIT_REACHED,
    /** This buyer has used it as often as one buyer may. */
    LIMIT_PER_BUYER_REACHED,
    /** Each buyer may use it only so often, and the basket does not say who the buyer is. */
    BUYER_UNKNOWN,
    /** It holds on days counted from one of the buyer's, and the basket does not tell that day. */
    DATE_UNKNOWN,
    /** What it gives away in all is spent. */
    BUDGET_SPENT,
    /** There were too many offers, or too many combinations of them, to try it. */
    NOT_TRIED;

    private final String key = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** The stable word in receipts. */
    public String key() {
        return key;
    }
}
