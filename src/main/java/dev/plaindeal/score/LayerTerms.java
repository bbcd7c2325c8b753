package dev.plaindeal.score;

import dev.plaindeal.money.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One layer as the buyer meets it.
 *
 * <p>Made with {@link #of}; immutable.
 *
 * @param kind what it gives
 * @param value the percentage, the amount or the price now; for {@link LayerKind#BOGO} the percentage off the units given,
 *     {@link Numeral#ZERO} when they are free; {@link Numeral#ZERO} with tiers and where there is none
 * @param buy units to buy, for {@link LayerKind#BOGO}
 * @param get units given, for {@link LayerKind#BOGO}
 * @param unit what the thresholds count
 * @param tiers thresholds with what each gives; one for a plain threshold, none without
 * @param every whether it repeats for every threshold reached
 * @param maxRepeats how often at most, 0 for no limit
 * @param cap the most it takes off
 * @param reach what it counts for
 * @param exclusions how many things are excluded
 * @param eligibility how many conditions the buyer has to meet
 * @param activation what the buyer does to get it
 * @param codeLength characters of the code, for {@link LayerActivation#CODE}
 * @param expiry how its time is limited
 * @param foreignZone whether that is in the seller's time zone
 * @param words length of its conditions
 * @param deferred whether it comes off a later order
 * @param uncertain whether what it gives is not known beforehand
 * @param currency the currency of its amounts when it is not the price's
 * @param basis which price a percentage is taken of
 * @param basisStated whether it says so
 * @param name for people; never counts
 */
public record LayerTerms(
        LayerKind kind,
        Numeral value,
        int buy,
        int get,
        ThresholdUnit unit,
        List<TierTerms> tiers,
        boolean every,
        int maxRepeats,
        Optional<Numeral> cap,
        LayerReach reach,
        int exclusions,
        int eligibility,
        LayerActivation activation,
        int codeLength,
        Expiry expiry,
        boolean foreignZone,
        int words,
        boolean deferred,
        boolean uncertain,
        Optional<Currency> currency,
        PercentBasis basis,
        boolean basisStated,
        String name) {

    /** Length of a code nobody told the length of. */
    public static final int USUAL_CODE = 8;

    private static final double WHOLE = 100;
    private static final int FINEST_PERCENT = -4;

    /**
     * Copies the tiers.
     *
     * @throws IllegalArgumentException with a sentence when the numbers make no sense
     */
    public LayerTerms {
        tiers = List.copyOf(tiers);
        refuse(buy < 1 || get < 1, "buy and get are at least 1");
        refuse(Math.min(Math.min(exclusions, eligibility), Math.min(words, Math.min(codeLength, maxRepeats))) < 0,
                "a count is never negative");
        refuse(cap.isPresent() && cap.get().isZero(), "a cap is more than nothing");
        if (kind.hasValue() && tiers.isEmpty()) {
            checkValue(kind, value);
        }
        if (kind == LayerKind.BOGO && !value.isZero()) {
            checkValue(LayerKind.PERCENT, value);
        }
        for (int i = 0; i < tiers.size(); i++) {
            refuse(tiers.get(i).threshold().isZero(), "a threshold is more than nothing");
            if (kind.hasValue()) {
                checkValue(kind, tiers.get(i).value());
            }
        }
        if (tiers.size() > 1) {
            checkDifferent(tiers);
        }
    }

    private static void checkDifferent(List<TierTerms> tiers) {
        Set<Numeral> thresholds = new HashSet<>();
        for (TierTerms tier : tiers) {
            if (!thresholds.add(tier.threshold())) {
                throw new IllegalArgumentException("two tiers have the same threshold " + tier.threshold());
            }
        }
    }

    private static void checkValue(LayerKind kind, Numeral value) {
        refuse(value.isZero(), "the value is more than nothing");
        refuse(kind == LayerKind.PERCENT && value.approximate() > WHOLE, "a percentage is at most 100");
        refuse(kind == LayerKind.PERCENT && value.lowest() < FINEST_PERCENT, "a percentage has at most four decimals");
    }

    private static void refuse(boolean wrong, String sentence) {
        if (wrong) {
            throw new IllegalArgumentException(sentence);
        }
    }

    /** An automatic layer of this kind, to be filled in. */
    public static LayerBuilder of(LayerKind kind) {
        return new LayerBuilder(kind);
    }

    /** An automatic layer of this kind with this value, to be filled in further. */
    public static LayerBuilder of(LayerKind kind, String value) {
        return new LayerBuilder(kind).value(Numeral.of(value));
    }

    /** A copy to be changed. */
    public LayerBuilder edit() {
        return new LayerBuilder(this);
    }

    /** What it may give: its value, or that of each tier. */
    int rewards() {
        return Math.max(1, tiers.size());
    }

    /** The n-th of the values it may give. */
    Numeral reward(int index) {
        return tiers.isEmpty() ? value : tiers.get(index).value();
    }

    boolean isAmount() {
        return kind == LayerKind.AMOUNT;
    }

    /** Whether the units given are not free. */
    boolean isInPart() {
        return kind == LayerKind.BOGO && !value.isZero() && value.approximate() < WHOLE;
    }

    boolean isPercent() {
        return kind == LayerKind.PERCENT;
    }

    /** Whether it is one percentage of what is spent, and not of every so many items. */
    boolean isOnePercentage() {
        return isPercent() && rewards() == 1 && !every && unit == ThresholdUnit.MONEY;
    }

    /** The percentage, where it is one. */
    public Numeral percentage() {
        return reward(0);
    }

    /** The same with another percentage. */
    LayerTerms withPercentage(Numeral other) {
        LayerBuilder copy = edit().value(tiers.isEmpty() ? other : Numeral.ZERO);
        return tiers.isEmpty() ? copy.build() : copy.tiers(List.of(new TierTerms(tiers.get(0).threshold(), other))).build();
    }
}
