package dev.plaindeal.compare;

import dev.plaindeal.money.Money;
import dev.plaindeal.receipt.Receipt;
import dev.plaindeal.score.Sureness;
import dev.plaindeal.verify.Difference;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One basket priced twice.
 *
 * @param name where the basket comes from
 * @param before its receipt with the rules as they were
 * @param after its receipt with the rules as they are
 * @param differences in what they differ, the {@code rules} hash aside
 */
public record Pair(String name, Receipt before, Receipt after, List<Difference> differences) {

    private static final List<String> BANDS = List.of("plain", "fine", "explain or fix", "do not show as it is");
    private static final BigDecimal NOTICEABLE = BigDecimal.ONE;

    /** Copies the list. */
    public Pair {
        differences = List.copyOf(differences);
    }

    /** Whether anything about it changed. */
    public boolean isChanged() {
        return !differences.isEmpty();
    }

    /** How much more the buyer pays now. */
    public Money dearer() {
        return after.total().minus(before.total());
    }

    /** Simplicity before, to one decimal as receipts show it; 0 where it could not be scored. */
    public BigDecimal scoreBefore() {
        return score(before);
    }

    /** Simplicity now, to one decimal as receipts show it; 0 where it could not be scored. */
    public BigDecimal scoreAfter() {
        return score(after);
    }

    private static BigDecimal score(Receipt receipt) {
        return BigDecimal.valueOf(receipt.look().simplicity().score()).setScale(1, RoundingMode.HALF_UP);
    }

    /** Whether it became harder to understand: a score more than one point lower, or a worse band; never without two scores. */
    public boolean isHarder() {
        return before.look().simplicity().isScored() && after.look().simplicity().isScored() && isLower();
    }

    /**
     * How sure it is that it is simpler now than before, weights being known within a factor of two; empty where one of the two has no
     * score, or was read from a file.
     */
    public Optional<Sureness> simplerNow() {
        return after.look().simplicity().range().flatMap(now -> before.look().simplicity().range()
                .map(now::simplerThan)
                .filter(OptionalDouble::isPresent)
                .map(share -> new Sureness(share.getAsDouble())));
    }

    private boolean isLower() {
        return scoreBefore().subtract(scoreAfter()).compareTo(NOTICEABLE) > 0 || band(after) > band(before);
    }

    private static int band(Receipt receipt) {
        return BANDS.indexOf(receipt.look().simplicity().band());
    }
}
