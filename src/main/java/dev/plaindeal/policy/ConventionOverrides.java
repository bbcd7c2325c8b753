package dev.plaindeal.policy;

import dev.plaindeal.policy.Conventions.Grain;
import dev.plaindeal.policy.Conventions.Rounds;
import dev.plaindeal.policy.Conventions.Spare;
import dev.plaindeal.policy.Conventions.Spread;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * What a promotion says about the conventions of pricing; the rest comes from {@code rules/stacking/}. Immutable data: the
 * same words said twice are equal, and print as what they say.
 *
 * <p>Worked example: a grain of {@link Grain#LINE} and nothing else, over a market that rounds up over the whole scope, is
 * rounding up for each line.
 *
 * @param rounds what is rounded, where said
 * @param grain over what it is rounded, where said
 * @param mode how it is rounded, where said
 * @param spare who gets a cent that does not divide, where said
 * @param percentOf which price a percentage is taken of, where said
 * @param thresholdOn which price a threshold measures, where said
 * @param spread which items of a deal bear what it takes off, where said
 */
public record ConventionOverrides(
        Optional<Rounds> rounds,
        Optional<Grain> grain,
        Optional<RoundingMode> mode,
        Optional<Spare> spare,
        Optional<Basis> percentOf,
        Optional<Basis> thresholdOn,
        Optional<Spread> spread) {

    /** Nothing said. */
    public static final ConventionOverrides NONE = new ConventionOverrides(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
            Optional.empty());

    /** The conventions that hold for an offer, given those of its market. */
    public Conventions over(Conventions base) {
        return new Conventions(
                rounds.orElse(base.rounds()),
                grain.orElse(base.grain()),
                mode.orElse(base.mode()),
                spare.orElse(base.spare()),
                percentOf.orElse(base.percentOf()),
                thresholdOn.orElse(base.thresholdOn()),
                spread.orElse(base.spread()));
    }

    /** These where they say something, the others where they do not. */
    public ConventionOverrides over(ConventionOverrides base) {
        return new ConventionOverrides(
                rounds.or(base::rounds),
                grain.or(base::grain),
                mode.or(base::mode),
                spare.or(base::spare),
                percentOf.or(base::percentOf),
                thresholdOn.or(base::thresholdOn),
                spread.or(base::spread));
    }

    /** The same with another choice of what is rounded. */
    public ConventionOverrides with(Rounds other) {
        return new ConventionOverrides(Optional.of(other), grain, mode, spare, percentOf, thresholdOn, spread);
    }

    /** The same with another grain. */
    public ConventionOverrides with(Grain other) {
        return new ConventionOverrides(rounds, Optional.of(other), mode, spare, percentOf, thresholdOn, spread);
    }

    /** The same with another rounding mode. */
    public ConventionOverrides with(RoundingMode other) {
        return new ConventionOverrides(rounds, grain, Optional.of(other), spare, percentOf, thresholdOn, spread);
    }

    /** The same with another home for the spare cent. */
    public ConventionOverrides with(Spare other) {
        return new ConventionOverrides(rounds, grain, mode, Optional.of(other), percentOf, thresholdOn, spread);
    }

    /** The same with percentages taken of another price. */
    public ConventionOverrides percentOf(Basis other) {
        return new ConventionOverrides(rounds, grain, mode, spare, Optional.of(other), thresholdOn, spread);
    }

    /** The same with thresholds that measure another price. */
    public ConventionOverrides thresholdOn(Basis other) {
        return new ConventionOverrides(rounds, grain, mode, spare, percentOf, Optional.of(other), spread);
    }

    /** The same with what deals take off spread another way. */
    public ConventionOverrides with(Spread other) {
        return new ConventionOverrides(rounds, grain, mode, spare, percentOf, thresholdOn, Optional.of(other));
    }
}
