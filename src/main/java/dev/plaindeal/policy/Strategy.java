package dev.plaindeal.policy;

import java.util.Optional;

/** What the best stack is. */
public enum Strategy {
    /** The stack that saves the buyer most. */
    BEST_PRICE("best-price"),
    /** The simplest stack that still saves something. */
    SIMPLEST("simplest"),
    /**
     * The largest saving among stacks at or above the market's simplicity floor; the best price shown as one amount when
     * none is, because a promised discount is never taken away silently.
     */
    BALANCED("balanced"),
    /**
     * No search: each promotion that holds and fits is kept, in the order of layers and places, even where leaving it out
     * would save more. Who comes first decides, as in engines that go by priority.
     */
    IN_ORDER("in-order");

    private final String key;

    Strategy(String key) {
        this.key = key;
    }

    /** The word for it in rule files and on the command line. */
    public String key() {
        return key;
    }

    /** Whether it may choose a smaller saving because it is simpler. */
    public boolean weighsSimplicity() {
        return this == SIMPLEST || this == BALANCED;
    }

    /** The strategy with this key, or empty. */
    public static Optional<Strategy> find(String key) {
        for (Strategy strategy : values()) {
            if (strategy.key.equals(key)) {
                return Optional.of(strategy);
            }
        }
        return Optional.empty();
    }
}
