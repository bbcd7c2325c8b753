package dev.plaindeal.policy;

import java.util.Optional;

/**
 * Which price a percentage is taken of or a threshold measures.
 *
 * @param at the stage of pricing
 * @param layer the layer whose entering price counts, for {@link Stage#BEFORE_LAYER} only
 */
public record Basis(Stage at, Optional<Layer> layer) {

    /** The price entering the promotion's own layer. */
    public static final Basis RUNNING = new Basis(Stage.RUNNING, Optional.empty());
    /** The price at this point, after earlier promotions of the same layer too. */
    public static final Basis SO_FAR = new Basis(Stage.SO_FAR, Optional.empty());
    /** The price before any layer. */
    public static final Basis LIST = new Basis(Stage.LIST, Optional.empty());
    /** The price after everything else in the stack. */
    public static final Basis FINAL = new Basis(Stage.FINAL, Optional.empty());

    /** The stages a price can be measured at. */
    public enum Stage {
        /** Before any layer. */
        LIST,
        /** Entering the promotion's own layer. */
        RUNNING,
        /** At this point: entering the layer, less what earlier promotions of the same layer took. */
        SO_FAR,
        /** Entering the layer named. */
        BEFORE_LAYER,
        /** After everything that does not itself measure the final price. */
        FINAL
    }

    /** Whether what earlier promotions take is off the price it means; one of an earlier stage stays as it was. */
    public boolean fallsAlongTheStack() {
        return switch (at) {
            case RUNNING, SO_FAR, FINAL -> true;
            case LIST, BEFORE_LAYER -> false;
        };
    }

    /** The price entering this layer. */
    public static Basis before(Layer layer) {
        return new Basis(Stage.BEFORE_LAYER, Optional.of(layer));
    }

    /**
     * Reads {@code list price}, {@code running price}, {@code price so far}, {@code final price} or {@code price before <layer>}.
     *
     * @throws IllegalArgumentException with a sentence for the author
     */
    public static Basis of(String text) {
        return switch (text) {
            case "list price" -> LIST;
            case "running price" -> RUNNING;
            case "price so far" -> SO_FAR;
            case "final price" -> FINAL;
            default -> beforeNamed(text);
        };
    }

    private static Basis beforeNamed(String text) {
        String prefix = "price before ";
        return Optional.of(text)
                .filter(t -> t.startsWith(prefix))
                .flatMap(t -> Layer.find(t.substring(prefix.length())))
                .map(Basis::before)
                .orElseThrow(() -> new IllegalArgumentException(
                        "the price is \"list price\", \"running price\", \"price so far\", \"final price\" or "
                                + "\"price before <layer>\""));
    }

    /** The words a rule file uses for it. */
    public String text() {
        return switch (at) {
            case LIST -> "list price";
            case RUNNING -> "running price";
            case SO_FAR -> "price so far";
            case FINAL -> "final price";
            case BEFORE_LAYER -> "price before " + layer.map(Layer::key).orElse("");
        };
    }
}
