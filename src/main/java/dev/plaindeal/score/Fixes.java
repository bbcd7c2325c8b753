package dev.plaindeal.score;

import dev.plaindeal.money.Currency;
import dev.plaindeal.score.Fix.Edit;
import dev.plaindeal.score.Fix.Opens;
import dev.plaindeal.weights.Weights;
import java.math.BigDecimal;
import java.math.RoundingMode;
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

    /** The share of the gain of one amount, or of an edit that reaches far, that another has to reach to come before it. */
    private static final double NEARLY = 0.6;

    /** Points below which an edit that costs money is not worth its asking. */
    private static final double WORTH_MONEY = 5;

    /** In a stack of more layers than this no single one makes a difference that a buyer would notice. */
    private static final int MOST_LAYERS = 64;

    private static final BigDecimal FIVE = BigDecimal.valueOf(5);
    private static final BigDecimal ALL = BigDecimal.valueOf(100);
    /** A percentage that takes off more than a quarter more is another promotion. */
    private static final BigDecimal MOST_MORE = new BigDecimal("1.25");

    private static final Comparator<Gain> BEST_FIRST = Comparator.comparingDouble(Fixes::worth)
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
     * @param opens whom it lets in
     * @param message what to do, in a sentence
     * @param edited the terms after the edit
     * @param score their score
     * @param gains points of score gained, more than 0
     */
    public record Gain(
            Edit edit, OptionalInt layer, Opens opens, String message, PresentedTerms edited, double score, double gains) {}

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
                        gain.edit(), gain.layer(), gain.opens(), gain.message(), gain.edited(),
                        Scorer.score(gain.edited(), weights, tolerance), gain.gains()))
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
        return fixes.ranked();
    }

    /**
     * What costs the buyer nothing comes first, by gains; giving a saving up comes last, and not at all where nothing else helps.
     * One amount deletes the rules: it comes behind every edit that gains {@link #NEARLY} as much. What takes a tier from other baskets,
     * or gives everyone what was for some, comes behind what gains that much and does neither.
     */
    private List<Gain> ranked() {
        List<Gain> ranked = new ArrayList<>(found.stream().filter(gain -> !isGivenUp(gain)).sorted(BEST_FIRST).toList());
        ranked.stream().filter(gain -> gain.edit() == Edit.ONE_AMOUNT).findFirst().ifPresent(amount -> {
            ranked.remove(amount);
            int before = ranked.size();
            while (before > 0 && ranked.get(before - 1).gains() < NEARLY * amount.gains()) {
                before--;
            }
            ranked.add(before, amount);
        });
        if (!ranked.isEmpty()) {
            found.stream().filter(Fixes::isGivenUp).sorted(BEST_FIRST).forEach(ranked::add);
        }
        return List.copyOf(ranked);
    }

    private static double worth(Gain gain) {
        boolean far = gain.edit() == Edit.KEEP_ONE_TIER || gain.opens() == Opens.EVERYONE;
        return far ? NEARLY * gain.gains() : gain.gains();
    }

    private static boolean isGivenUp(Gain gain) {
        return gain.edit().kind() == Fix.Kind.GIVE_UP;
    }

    private void layer(int i) {
        LayerTerms layer = terms.layers().get(i);
        String name = name(i);
        if (layer.activation() != LayerActivation.AUTO) {
            Opens opens = opens(layer);
            add(Edit.MAKE_AUTOMATIC, OptionalInt.of(i), opens, "let " + name + " come off by itself, " + whom(opens),
                    terms.with(i, layer.edit().activation(LayerActivation.AUTO).build()));
        }
        if (layer.cap().isPresent()) {
            edit(Edit.DROP_CAP, i, "drop the cap of " + name, layer.edit().uncapped().build());
        }
        if (layer.exclusions() > 0) {
            money(Edit.DROP_EXCLUSIONS, i, "let " + name + " be for everything, without exceptions", layer.edit().exclusions(0).build());
        }
        if (layer.isOnePercentage()) {
            roundPercent(i, layer, name);
        }
        if (layer.tiers().size() > 1) {
            TierTerms kept = applying(layer);
            edit(Edit.KEEP_ONE_TIER, i, "keep one tier of " + name + ", from " + level(layer, kept),
                    layer.edit().tiers(List.of(kept)).build());
        }
        if (terms.layers().size() > 1) {
            add(Edit.DROP_LAYER, OptionalInt.of(i), Opens.NOBODY, "drop " + name, terms.without(i));
        }
    }

    /** The next multiple of five, where it is near; the buyer loses nothing. */
    private void roundPercent(int i, LayerTerms layer, String name) {
        BigDecimal percent = layer.percentage().value();
        BigDecimal round = percent.divide(FIVE, 0, RoundingMode.CEILING).multiply(FIVE);
        boolean near = round.compareTo(percent) > 0 && round.compareTo(percent.multiply(MOST_MORE)) <= 0;
        if (near && round.compareTo(ALL) < 0) {
            money(Edit.ROUND_PERCENT, i, "let " + name + " take " + round + " % off instead of " + layer.percentage() + " %",
                    layer.withPercentage(Numeral.of(round.toPlainString())));
        }
    }

    /** Where the code is the only gate everyone has the offer then. */
    private static Opens opens(LayerTerms layer) {
        return layer.activation() == LayerActivation.CODE && layer.eligibility() == 0 ? Opens.EVERYONE : Opens.CONDITION;
    }

    private static String whom(Opens opens) {
        return opens == Opens.EVERYONE ? "and everyone has it" : "for all who meet its conditions";
    }

    private String level(LayerTerms layer, TierTerms tier) {
        return layer.unit() == ThresholdUnit.MONEY
                ? money(layer.currency().orElse(terms.context().currency()), tier.threshold())
                : tier.threshold() + " items";
    }

    /** As money is written: the code and all decimals. */
    private static String money(Currency currency, Numeral amount) {
        BigDecimal value = amount.value();
        return currency + " " + value.setScale(Math.max(value.scale(), currency.digits())).toPlainString();
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
        PresentedContext context = terms.context();
        if (!context.finalPriceShown()) {
            shown(Edit.SHOW_PRICE, "show the price to pay", context.withFinalPriceShown());
        }
        if (!context.subtotalShown()) {
            shown(Edit.SHOW_SUBTOTAL, "show the subtotal that counts", context.withSubtotalShown());
        }
        saving.filter(amount -> !amount.isZero() && !isPricePrinted()).ifPresent(this::oneAmount);
    }

    private boolean isPricePrinted() {
        return terms.layers().stream().anyMatch(layer -> layer.kind() == LayerKind.NOW_PRICE);
    }

    private void oneAmount(Numeral amount) {
        LayerTerms one = LayerTerms.of(LayerKind.AMOUNT).value(amount).build();
        List<LayerTerms> together = new ArrayList<>(List.of(one));
        terms.layers().stream().filter(LayerTerms::deferred).forEach(together::add);
        add(Edit.ONE_AMOUNT, OptionalInt.empty(), Opens.NOBODY,
                "take " + money(terms.context().currency(), amount) + " off at once, by itself",
                new PresentedTerms(terms.context().withSelect(Select.ALL), together));
    }

    private void shown(Edit edit, String message, PresentedContext context) {
        add(edit, OptionalInt.empty(), Opens.NOBODY, message, terms.with(context));
    }

    private void edit(Edit edit, int i, String message, LayerTerms changed) {
        add(edit, OptionalInt.of(i), Opens.NOBODY, message, terms.with(i, changed));
    }

    /** An edit for which somebody pays. */
    private void money(Edit edit, int i, String message, LayerTerms changed) {
        add(edit, OptionalInt.of(i), Opens.NOBODY, message, terms.with(i, changed), WORTH_MONEY);
    }

    private void add(Edit edit, OptionalInt layer, Opens opens, String message, PresentedTerms edited) {
        add(edit, layer, opens, message, edited, 0);
    }

    private void add(Edit edit, OptionalInt layer, Opens opens, String message, PresentedTerms edited, double least) {
        double score = Scorer.score(stopwatch.seconds(edited), tolerance);
        if (score > before && score - before >= least) {
            found.add(new Gain(edit, layer, opens, message, edited, score, score - before));
        }
    }
}
