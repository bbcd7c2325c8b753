package dev.plaindeal.model;

import dev.plaindeal.weights.ScoreBudget;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How simple a promotion, or a whole stack, has to be, as the rules in {@code rules/simplicity/} see it: one promotion in one market and
 * channel, in one of the folders it lies in. The narrowest rule holds, see {@link NarrowestWords}.
 *
 * <p>Collects words while rules run, then {@link #toBudget} reads them out. Belongs to one thread.
 *
 * <p>Worked example: {@code promotionAtLeast(50)} of the market {@code US} and {@code promotionAtLeast(60)} of the folder {@code us/cyber}
 * ask 60 of a promotion in {@code promotions/us/cyber/}, and 50 of the others.
 */
public final class Budget extends NarrowestWords {

    private static final String PROMOTION = "the least score of a promotion";
    private static final String STACK = "the least score of a stack";
    private static final String ALLOWED = "what is allowed";
    private static final String REASON = "why it is allowed";
    private static final String END = "until when it is allowed";
    private static final int MOST = 100;

    private final String market;
    private final String channel;
    private final String folder;
    private final String promotion;

    /** Of a promotion in a market and channel; a folder below {@code promotions/}, empty for that one itself. */
    public Budget(String market, String channel, String folder, String promotion) {
        this.market = market;
        this.channel = channel;
        this.folder = folder;
        this.promotion = promotion;
    }

    /** ISO 3166 country, or {@code any}. */
    public String getMarket() {
        return market;
    }

    /** {@code live}, {@code short-video}, {@code shelf} or {@code independent-site}. */
    public String getChannel() {
        return channel;
    }

    /** A folder below {@code promotions/}, for instance {@code us/cyber}; what is said of it holds for those in it too. */
    public String getFolder() {
        return folder;
    }

    /** The promotion's name; empty where a whole stack is meant. */
    public String getPromotion() {
        return promotion;
    }

    @Word("The lowest simplicity score a promotion may have, 0 to 100; check fails below it.")
    public Budget promotionAtLeast(int score) {
        say(PROMOTION, score(score));
        return this;
    }

    @Word("The lowest simplicity score a whole stack may have, 0 to 100; test fails below it.")
    public Budget stackAtLeast(int score) {
        if (names("promotion") || names("folder")) {
            throw new IllegalArgumentException("a stack is of many promotions: its budget is by market and channel, not by promotion or folder");
        }
        say(STACK, score(score));
        return this;
    }

    @Word("A score this promotion may have all the same, with a reason and an end.")
    public Budget allow(int score) {
        if (!names("promotion")) {
            throw new IllegalArgumentException("an allowance names its promotion, for instance Budget( promotion == \"us-cyber20\" )");
        }
        say(ALLOWED, score(score));
        return this;
    }

    @Word("Why it is allowed, in a few words.")
    public Budget because(String reason) {
        if (reason.isBlank() || reason.length() > 200) {
            throw new IllegalArgumentException("a reason has 1 to 200 characters");
        }
        say(REASON, reason);
        return this;
    }

    @Word("When the allowance is over, by the clocks of this time zone, for instance \"2026-12-02\", \"America/New_York\".")
    public Budget until(String date, String zone) {
        say(END, Moments.end(date, zone).instant());
        return this;
    }

    private static int score(int score) {
        if (score < 0 || score > MOST) {
            throw new IllegalArgumentException("a score is from 0 to 100");
        }
        return score;
    }

    /**
     * What the words say of a promotion, told of each folder it lies in.
     *
     * @param deepestFirst the same promotion, market and channel in each folder, that which the others are in last
     */
    public static ScoreBudget toBudget(List<Budget> deepestFirst) {
        return new ScoreBudget(
                number(PROMOTION, deepestFirst),
                number(STACK, deepestFirst),
                narrowest(ALLOWED, Integer.class, deepestFirst).map(score -> new ScoreBudget.Allowance(
                        score,
                        narrowest(REASON, String.class, deepestFirst).orElse(""),
                        narrowest(END, Instant.class, deepestFirst))));
    }

    private static OptionalInt number(String topic, List<Budget> deepestFirst) {
        return narrowest(topic, Integer.class, deepestFirst).map(OptionalInt::of).orElseGet(OptionalInt::empty);
    }

    private static <T> Optional<T> narrowest(String topic, Class<T> type, List<Budget> deepestFirst) {
        Optional<Budget> best = Optional.empty();
        for (Budget budget : deepestFirst) {
            if (budget.about(topic, type).isPresent()
                    && best.map(known -> known.narrowness(topic)).orElse(-1) < budget.narrowness(topic)) {
                best = Optional.of(budget);
            }
        }
        return best.flatMap(budget -> budget.about(topic, type));
    }
}
