package dev.plaindeal.policy;

import java.util.Optional;

/** What the best stack is. */
public enum Strategy {
    /** The stack that saves the buyer most. */
    BEST_PRICE("best-price", Decides.MONEY),
    /** The simplest stack that still saves something. */
    SIMPLEST("simplest", Decides.SIMPLICITY),
    /**
     * The largest saving among stacks at or above the market's simplicity floor; the best price shown as one amount when
     * none is, because a promised discount is never taken away silently.
     */
    BALANCED("balanced", Decides.MONEY_WHERE_SIMPLE),
    /**
     * No search: each promotion that holds and fits is kept, in the order of layers and places, even where leaving it out
     * would save more. Who comes first decides, as in engines that go by priority.
     */
    IN_ORDER("in-order", Decides.PLACE);

    /** The keys as help texts list them; a test says that none is missing. */
    public static final String KEYS = "best-price, simplest, balanced or in-order";
    /** The keys as rule files are told of them. */
    public static final String IN_WORDS =
            "\"best-price\", \"simplest\", \"balanced\" or, without looking for the best, \"in-order\"";

    /** What decides between two stacks. */
    public enum Decides {
        /** The larger saving. */
        MONEY,
        /** The higher score, of stacks that save something. */
        SIMPLICITY,
        /** The larger saving, of stacks that are simple enough. */
        MONEY_WHERE_SIMPLE,
        /** Whose promotions come first. */
        PLACE
    }

    private final String key;
    private final Decides decides;

    Strategy(String key, Decides decides) {
        this.key = key;
        this.decides = decides;
    }

    /** The word for it in rule files and on the command line. */
    public String key() {
        return key;
    }

    /** What decides between two stacks. */
    public Decides decides() {
        return decides;
    }

    /** Whether it may choose a smaller saving because it is simpler. */
    public boolean weighsSimplicity() {
        return switch (decides) {
            case SIMPLICITY, MONEY_WHERE_SIMPLE -> true;
            case MONEY, PLACE -> false;
        };
    }

    /** Whether it keeps what comes first, without looking for the best. */
    public boolean goesByPlace() {
        return decides == Decides.PLACE;
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
