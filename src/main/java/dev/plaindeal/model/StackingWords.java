package dev.plaindeal.model;

import dev.plaindeal.policy.Basis;
import dev.plaindeal.policy.Conventions;
import dev.plaindeal.policy.Policy;
import java.math.RoundingMode;

/**
 * The conventions of pricing, as {@code rules/stacking/} says them for a market or for one layer of it.
 *
 * @param <T> what the words are said to
 */
public abstract class StackingWords<T extends StackingWords<T>> extends Sayings {

    private static final String KEEPS = "how many are kept";
    private static final String ROUNDS = "what is rounded";
    private static final String GRAIN = "over what it is rounded";
    private static final String MODE = "how it is rounded";
    private static final String SPARE = "who gets the spare cent";
    private static final String PERCENT_OF = "which price a percentage is taken of";
    private static final String MEASURED_ON = "which price a threshold measures";

    private final String market;
    private final String channel;

    StackingWords(String market, String channel) {
        this.market = market;
        this.channel = channel;
    }

    /** ISO 3166 country, or {@code any} for what holds where no rule names the country. */
    public final String getMarket() {
        return market;
    }

    /** {@code live}, {@code short-video}, {@code shelf} or {@code independent-site}. */
    public final String getChannel() {
        return channel;
    }

    @Word(
            value = "Keep at most so many promotions in a layer: per line, per store or per basket, as the layer goes.",
            settles = KEEPS)
    public final T keeps(int promotions) {
        if (promotions < 0 || promotions > 100) {
            throw new IllegalArgumentException("a layer keeps 0 to 100 promotions");
        }
        say(KEEPS, promotions);
        return self();
    }

    @Word(value = "Round for each item.", settles = GRAIN)
    public final T roundEachItem() {
        say(GRAIN, Conventions.Grain.UNIT);
        return self();
    }

    @Word(value = "Round for each line.", settles = GRAIN)
    public final T roundEachLine() {
        say(GRAIN, Conventions.Grain.LINE);
        return self();
    }

    @Word(value = "Round once, over everything in scope.", settles = GRAIN)
    public final T roundOnce() {
        say(GRAIN, Conventions.Grain.SCOPE);
        return self();
    }

    @Word(value = "Round the price that results, not the discount.", settles = ROUNDS)
    public final T roundThePrice() {
        say(ROUNDS, Conventions.Rounds.PRICE);
        return self();
    }

    @Word(value = "Round the discount.", settles = ROUNDS)
    public final T roundTheDiscount() {
        say(ROUNDS, Conventions.Rounds.DISCOUNT);
        return self();
    }

    @Word(value = "How to round: \"half up\", \"half even\", \"down\" or \"up\".", settles = MODE)
    public final T rounding(String mode) {
        say(MODE, WordArguments.rounding(mode));
        return self();
    }

    @Word(
            value = "Who gets the spare cent: \"largest remainder\", \"first lines\", \"first lines rounded\" or \"last line\".",
            settles = SPARE)
    public final T spareCent(String where) {
        say(SPARE, WordArguments.spare(where));
        return self();
    }

    @Word(
            value = "Which price a percentage is taken of: \"list price\", \"running price\", \"price so far\" or "
            + "\"price before <layer>\".",
            settles = PERCENT_OF)
    public final T percentOf(String price) {
        Basis basis = Basis.of(price);
        if (basis == Basis.FINAL) {
            throw new IllegalArgumentException("a percentage cannot be taken of the final price");
        }
        say(PERCENT_OF, basis);
        return self();
    }

    @Word(
            value = "Which price a threshold measures: \"list price\", \"running price\", \"price so far\", \"final price\" or "
            + "\"price before <layer>\".",
            settles = MEASURED_ON)
    public final T measuredOn(String price) {
        say(MEASURED_ON, Basis.of(price));
        return self();
    }

    /** What a word is said to, so that each can follow each. */
    abstract T self();

    /** What was said here, over what holds otherwise. */
    final Policy.LayerPolicy over(Policy.LayerPolicy otherwise) {
        Conventions base = otherwise.conventions();
        return new Policy.LayerPolicy(
                about(KEEPS, Integer.class).orElse(otherwise.keeps()),
                new Conventions(
                        about(ROUNDS, Conventions.Rounds.class).orElse(base.rounds()),
                        about(GRAIN, Conventions.Grain.class).orElse(base.grain()),
                        about(MODE, RoundingMode.class).orElse(base.mode()),
                        about(SPARE, Conventions.Spare.class).orElse(base.spare()),
                        about(PERCENT_OF, Basis.class).orElse(base.percentOf()),
                        about(MEASURED_ON, Basis.class).orElse(base.thresholdOn())));
    }
}
