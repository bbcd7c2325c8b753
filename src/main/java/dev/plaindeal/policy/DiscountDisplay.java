package dev.plaindeal.policy;

/** How a stack is shown to the buyer. */
public enum DiscountDisplay {
    /** Layer by layer. */
    LAYERS,
    /** As one amount, because layer by layer it is below the market's simplicity floor. */
    ONE_AMOUNT
}
