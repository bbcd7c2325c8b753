package dev.plaindeal.score;

import dev.plaindeal.money.Currency;
import java.util.List;
import java.util.Optional;

/** Fills in a {@link LayerTerms}. Belongs to one thread; {@link #build()} checks. */
public final class LayerBuilder {

    private final LayerKind kind;
    private Numeral value = Numeral.ZERO;
    private int buy = 1;
    private int get = 1;
    private ThresholdUnit unit = ThresholdUnit.MONEY;
    private List<TierTerms> tiers = List.of();
    private Optional<Numeral> threshold = Optional.empty();
    private boolean every;
    private int maxRepeats;
    private Optional<Numeral> cap = Optional.empty();
    private LayerReach reach = LayerReach.ORDER;
    private int exclusions;
    private int eligibility;
    private LayerActivation activation = LayerActivation.AUTO;
    private int codeLength = LayerTerms.USUAL_CODE;
    private Expiry expiry = Expiry.NONE;
    private boolean foreignZone;
    private int words;
    private boolean deferred;
    private boolean uncertain;
    private Optional<Currency> currency = Optional.empty();
    private PercentBasis basis = PercentBasis.RUNNING;
    private boolean basisStated;
    private String name = "";

    LayerBuilder(LayerKind kind) {
        this.kind = kind;
    }

    LayerBuilder(LayerTerms from) {
        kind = from.kind();
        value = from.value();
        buy = from.buy();
        get = from.get();
        unit = from.unit();
        tiers = from.tiers();
        every = from.every();
        maxRepeats = from.maxRepeats();
        cap = from.cap();
        reach = from.reach();
        exclusions = from.exclusions();
        eligibility = from.eligibility();
        activation = from.activation();
        codeLength = from.codeLength();
        expiry = from.expiry();
        foreignZone = from.foreignZone();
        words = from.words();
        deferred = from.deferred();
        uncertain = from.uncertain();
        currency = from.currency();
        basis = from.basis();
        basisStated = from.basisStated();
        name = from.name();
    }

    /** The percentage, the amount or the price now. */
    public LayerBuilder value(Numeral number) {
        value = number;
        return this;
    }

    /** Units to buy and units given. */
    public LayerBuilder buyGet(int units, int given) {
        buy = units;
        get = given;
        return this;
    }

    /** A plain threshold for the value. */
    public LayerBuilder threshold(Numeral level) {
        threshold = Optional.of(level);
        return this;
    }

    /** What thresholds count. */
    public LayerBuilder unit(ThresholdUnit counted) {
        unit = counted;
        return this;
    }

    /** Thresholds with what each gives; replaces the value. */
    public LayerBuilder tiers(List<TierTerms> all) {
        tiers = all;
        return this;
    }

    /** Whether it repeats for every threshold reached. */
    public LayerBuilder every(boolean repeats) {
        every = repeats;
        return this;
    }

    /** How often it repeats at most, 0 for no limit. */
    public LayerBuilder maxRepeats(int most) {
        maxRepeats = most;
        return this;
    }

    /** The most it takes off. */
    public LayerBuilder cap(Numeral most) {
        cap = Optional.of(most);
        return this;
    }

    /** Without a cap. */
    public LayerBuilder uncapped() {
        cap = Optional.empty();
        return this;
    }

    /** What it counts for. */
    public LayerBuilder reach(LayerReach to) {
        reach = to;
        return this;
    }

    /** How many things are excluded. */
    public LayerBuilder exclusions(int count) {
        exclusions = count;
        return this;
    }

    /** How many conditions the buyer has to meet. */
    public LayerBuilder eligibility(int count) {
        eligibility = count;
        return this;
    }

    /** What the buyer does to get it. */
    public LayerBuilder activation(LayerActivation act) {
        activation = act;
        return this;
    }

    /** Characters of the code. */
    public LayerBuilder codeLength(int characters) {
        codeLength = characters;
        return this;
    }

    /** How its time is limited. */
    public LayerBuilder expiry(Expiry limit) {
        expiry = limit;
        return this;
    }

    /** Whether its time is in the seller's zone. */
    public LayerBuilder foreignZone(boolean foreign) {
        foreignZone = foreign;
        return this;
    }

    /** Length of its conditions. */
    public LayerBuilder words(int count) {
        words = count;
        return this;
    }

    /** Whether it comes off a later order. */
    public LayerBuilder deferred(boolean later) {
        deferred = later;
        return this;
    }

    /** Whether what it gives is not known beforehand. */
    public LayerBuilder uncertain(boolean unknown) {
        uncertain = unknown;
        return this;
    }

    /** The currency of its amounts. */
    public LayerBuilder currency(Currency of) {
        currency = Optional.of(of);
        return this;
    }

    /** Which price a percentage is taken of. */
    public LayerBuilder basis(PercentBasis of) {
        basis = of;
        return this;
    }

    /** Whether it says which price a percentage is taken of, or a threshold measures. */
    public LayerBuilder basisStated(boolean stated) {
        basisStated = stated;
        return this;
    }

    /** For people. */
    public LayerBuilder name(String words) {
        name = words;
        return this;
    }

    /**
     * The layer.
     *
     * @throws IllegalArgumentException with a sentence when the numbers make no sense
     */
    public LayerTerms build() {
        boolean plain = threshold.isPresent();
        List<TierTerms> steps = plain ? List.of(new TierTerms(threshold.get(), kind.hasValue() ? value : Numeral.ZERO)) : tiers;
        Numeral stated = kind == LayerKind.BOGO || steps.isEmpty() ? value : Numeral.ZERO;
        return new LayerTerms(kind, stated, buy, get, unit, steps, every, maxRepeats,
                cap, reach, exclusions, eligibility, activation, codeLength, expiry, foreignZone, words, deferred,
                uncertain, currency, basis, basisStated, name);
    }
}
