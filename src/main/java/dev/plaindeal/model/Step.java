package dev.plaindeal.model;

import dev.plaindeal.weights.Factor;
import dev.plaindeal.weights.StepKind;
import dev.plaindeal.weights.StepWeight;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One kind of step a buyer goes through, as the rules in {@code rules/simplicity/} see it, and the words that weigh it.
 *
 * <p>Collects words while rules run, then {@link #toWeight()} reads them out. Belongs to one thread. Every word throws
 * {@link IllegalArgumentException} with a sentence for the author when what it is given makes no sense.
 *
 * <p>Worked example: {@code takes("6.15").says("finding and typing a code")} on kind CODE, 8 characters at 0.75 s of
 * kind CODE_CHAR: 12.15 s.
 */
public final class Step {

    private final StepKind kind;
    private final String market;
    private final String channel;
    private final List<Factor> factors = new ArrayList<>();
    private Optional<Double> base = Optional.empty();
    private Optional<Double> instead = Optional.empty();
    private Optional<String> sentence = Optional.empty();

    /** A step nobody has weighed yet; empty strings where no market or channel is meant. */
    public Step(StepKind kind, String market, String channel) {
        this.kind = kind;
        this.market = market;
        this.channel = channel;
    }

    /** The kind's name, for instance {@code CODE}. */
    public String getKind() {
        return kind.name();
    }

    /** The market, empty when none is meant. */
    public String getMarket() {
        return market;
    }

    /** Where the buyer sees it, for instance {@code live}; empty when none is meant. */
    public String getChannel() {
        return channel;
    }

    @Word("It takes this many seconds; the number in quotes.")
    public Step takes(String seconds) {
        base = once(base, seconds(seconds), "takes");
        return this;
    }

    @Word("In this special case it takes this many seconds instead; two special cases must not disagree.")
    public Step takesInstead(String seconds) {
        instead = once(instead, seconds(seconds), "takes instead");
        return this;
    }

    @Word("What the buyer does, in words, for instance \"checking the cap\".")
    public Step says(String words) {
        if (words.isBlank() || words.length() > 120) {
            throw new IllegalArgumentException("a sentence has 1 to 120 characters");
        }
        if (sentence.isPresent() && !sentence.get().equals(words)) {
            throw new IllegalArgumentException("step " + kind + " already says \"" + sentence.get() + "\"");
        }
        sentence = Optional.of(words);
        return this;
    }

    @Word(value = "Something on top each time: its name in capitals, its seconds, what the buyer does.", often = Word.Often.EACH_DIFFERENT)
    public Step adds(String code, String seconds, String words) {
        if (!code.matches("[A-Z][A-Z0-9_]{1,39}")) {
            throw new IllegalArgumentException("a name is capitals, digits and underscores, for instance \"APP_LINK\"");
        }
        if (words.isBlank() || words.length() > 120) {
            throw new IllegalArgumentException("a sentence has 1 to 120 characters");
        }
        if (factors.stream().anyMatch(factor -> factor.code().equals(code))) {
            throw new IllegalArgumentException(code + " is added twice to step " + kind);
        }
        factors.add(new Factor(code, kind, seconds(seconds), words));
        return this;
    }

    /**
     * What the words say: a special case goes before the base. Empty when no rule gave it seconds.
     *
     * @throws IllegalArgumentException when it has seconds but no sentence
     */
    public Optional<StepWeight> toWeight() {
        return instead.or(() -> base)
                .map(seconds -> new StepWeight(kind, seconds, sentence.orElse(""), factors));
    }

    private Optional<Double> once(Optional<Double> before, double seconds, String word) {
        if (before.isPresent() && before.get() != seconds) {
            throw new IllegalArgumentException(
                    "step " + kind + " already " + word + " " + before.get() + " seconds; two rules disagree");
        }
        return Optional.of(seconds);
    }

    private double seconds(String text) {
        if (!text.matches("\\d{1,3}(\\.\\d{1,4})?")) {
            throw new IllegalArgumentException("seconds are a number in quotes, for instance \"1.20\"");
        }
        double seconds = new BigDecimal(text).doubleValue();
        if (seconds > kind.most()) {
            throw new IllegalArgumentException(
                    "step " + kind + " takes at most " + (long) kind.most() + " seconds, not " + text);
        }
        return seconds;
    }
}
