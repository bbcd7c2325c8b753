package dev.plaindeal.score;

import dev.plaindeal.score.Fix.Edit;
import dev.plaindeal.weights.Weights;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Tries single edits and says what each would gain.
 *
 * <p>What an edit costs is for {@code price} to say: each fix names the layer it edits. Thread-safe.
 */
public final class Fixes {

    /** In a stack of more layers than this no single one makes a difference that a buyer would notice. */
    private static final int MOST_LAYERS = 64;

    private static final Comparator<Gain> BEST_FIRST = Comparator.comparingDouble(Gain::gains)
            .reversed()
            .thenComparing(Gain::edit)
            .thenComparing(gain -> gain.layer().orElse(-1));

    private final PresentedTerms terms;
    private final Stopwatch stopwatch;
    private final double tolerance;
    private final double before;
    private final List<Gain> found = new ArrayList<>();

    private Fixes(PresentedTerms terms, Stopwatch stopwatch, double tolerance) {
        this.terms = terms;
        this.stopwatch = stopwatch;
        this.tolerance = tolerance;
        this.before = Scorer.score(stopwatch.seconds(terms), tolerance);
    }

    /**
     * An edit that makes terms simpler, without what is left to work at then.
     *
     * @param edit which edit
     * @param layer the index of the layer it concerns in the terms as given; empty when it concerns all of them
     * @param message what to do, in a sentence
     * @param edited the terms after the edit
     * @param score their score
     * @param gains points of score gained, more than 0
     */
    public record Gain(Edit edit, OptionalInt layer, String message, PresentedTerms edited, double score, double gains) {}

    /**
     * Every edit that makes the terms simpler, the best first; ties by edit, then by layer. Of more than 64 layers none is
     * edited by itself.
     *
     * @param saving what the layers take off together; empty leaves out the one amount of the same money
     * @param tolerance of the market, 0.7 to 1.5
     */
    public static List<Fix> of(PresentedTerms terms, Optional<Numeral> saving, Weights weights, double tolerance) {
        return gains(terms, saving, Stopwatch.of(weights), tolerance).stream()
                .map(gain -> new Fix(
                        gain.edit(), gain.layer(), gain.message(), gain.edited(), Scorer.score(gain.edited(), weights, tolerance), gain.gains()))
                .toList();
    }

    /**
     * The same edits without their reasons, in a fraction of the time.
     *
     * @param saving what the layers take off together; empty leaves out the one amount of the same money
     * @param tolerance of the market, 0.7 to 1.5
     */
    public static List<Gain> gains(PresentedTerms terms, Optional<Numeral> saving, Stopwatch stopwatch, double tolerance) {
        Fixes fixes = new Fixes(terms, stopwatch, tolerance);
        for (int i = 0; i < terms.layers().size() && terms.layers().size() <= MOST_LAYERS; i++) {
            fixes.layer(i);
        }
        fixes.whole(saving);
        fixes.found.sort(BEST_FIRST);
        return List.copyOf(fixes.found);
    }

    private void layer(int i) {
        LayerTerms layer = terms.layers().get(i);
        String name = name(i);
        if (layer.activation() != LayerActivation.AUTO) {
            edit(Edit.MAKE_AUTOMATIC, i, "let " + name + " come off by itself",
                    layer.edit().activation(LayerActivation.AUTO).build());
        }
        if (layer.cap().isPresent()) {
            edit(Edit.DROP_CAP, i, "drop the cap of " + name, layer.edit().uncapped().build());
        }
        if (layer.tiers().size() > 1) {
            TierTerms kept = applying(layer);
            edit(Edit.KEEP_ONE_TIER, i, "keep one tier of " + name + ", from " + kept.threshold(),
                    layer.edit().tiers(List.of(kept)).build());
        }
        if (terms.layers().size() > 1) {
            add(Edit.DROP_LAYER, OptionalInt.of(i), "drop " + name, terms.without(i));
        }
    }

    private String name(int i) {
        String name = terms.layers().get(i).name();
        return name.isEmpty() ? "layer " + (i + 1) : name;
    }

    /** The highest tier this price reaches, or the lowest of all when it reaches none. */
    private TierTerms applying(LayerTerms layer) {
        Comparator<TierTerms> byThreshold = Comparator.comparing(tier -> tier.threshold().value());
        double level = layer.unit() == ThresholdUnit.MONEY
                ? terms.context().price().approximate()
                : terms.context().quantity();
        return layer.tiers().stream()
                .filter(tier -> tier.threshold().approximate() <= level)
                .max(byThreshold)
                .or(() -> layer.tiers().stream().min(byThreshold))
                .orElseThrow();
    }

    private void whole(Optional<Numeral> saving) {
        if (!terms.context().finalPriceShown()) {
            add(Edit.SHOW_PRICE, OptionalInt.empty(), "show the price to pay",
                    terms.with(terms.context().withFinalPriceShown()));
        }
        saving.filter(amount -> !amount.isZero()).ifPresent(amount -> {
            LayerTerms one = LayerTerms.of(LayerKind.AMOUNT).value(amount).build();
            List<LayerTerms> together = new ArrayList<>(List.of(one));
            terms.layers().stream().filter(LayerTerms::deferred).forEach(together::add);
            add(Edit.ONE_AMOUNT, OptionalInt.empty(),
                    "take " + terms.context().currency() + " " + amount + " off at once, by itself",
                    new PresentedTerms(terms.context().withSelect(Select.ALL), together));
        });
    }

    private void edit(Edit edit, int i, String message, LayerTerms changed) {
        add(edit, OptionalInt.of(i), message, terms.with(i, changed));
    }

    private void add(Edit edit, OptionalInt layer, String message, PresentedTerms edited) {
        double score = Scorer.score(stopwatch.seconds(edited), tolerance);
        if (score > before) {
            found.add(new Gain(edit, layer, message, edited, score, score - before));
        }
    }
}
