package dev.plaindeal.weights;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * How hard every kind of step is: the table the simplicity score is worked out with, from {@code rules/simplicity/}.
 *
 * <p>Immutable and thread-safe. Complete: every kind has its seconds and its sentence.
 */
public final class Weights {

    private static final StepKind[] KINDS = StepKind.values();

    /** Steps that were told apart only later: tables from before say nothing of them and mean what they meant. */
    private static final List<StepWeight> UNLESS_SAID = List.of(
            new StepWeight(StepKind.BORROW, 0, "borrowing from the next column", List.of()),
            new StepWeight(StepKind.READ_TO_PAY, 0, "reading the price to pay", List.of()));

    private final double[] seconds = new double[KINDS.length];
    private final String[] sentences = new String[KINDS.length];
    private final List<Factor> factors;

    private Weights(Collection<StepWeight> entries) {
        for (StepWeight entry : entries) {
            seconds[entry.kind().ordinal()] = entry.seconds();
            sentences[entry.kind().ordinal()] = entry.sentence();
        }
        factors = entries.stream().flatMap(entry -> entry.factors().stream()).toList();
    }

    /**
     * The table with these entries, one for each kind; a borrow and the price to pay may be left out and take nothing then.
     *
     * @throws IllegalArgumentException with a sentence when a kind is missing or weighed twice, or a factor is named
     *     twice for one kind or after a kind
     */
    public static Weights of(Collection<StepWeight> said) {
        List<StepWeight> entries = new ArrayList<>(said);
        UNLESS_SAID.stream()
                .filter(usual -> said.stream().noneMatch(entry -> entry.kind() == usual.kind()))
                .forEach(entries::add);
        Set<StepKind> missing = EnumSet.allOf(StepKind.class);
        for (StepWeight entry : entries) {
            if (!missing.remove(entry.kind())) {
                throw new IllegalArgumentException("step " + entry.kind() + " is weighed twice");
            }
        }
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("no rule says how long these steps take: " + missing);
        }
        Weights weights = new Weights(entries);
        weights.checkFactors();
        return weights;
    }

    private void checkFactors() {
        for (Factor factor : factors) {
            if (isKind(factor.code())) {
                throw new IllegalArgumentException(factor.code() + " is a step already; give the factor its own name");
            }
            if (factors.stream().filter(f -> f.code().equals(factor.code()) && f.on() == factor.on()).count() > 1) {
                throw new IllegalArgumentException(factor.code() + " is added twice to step " + factor.on());
            }
        }
    }

    private static boolean isKind(String code) {
        for (StepKind kind : KINDS) {
            if (kind.name().equals(code)) {
                return true;
            }
        }
        return false;
    }

    /** Seconds of one step of this kind, without factors. */
    public double seconds(StepKind kind) {
        return seconds[kind.ordinal()];
    }

    /** What the buyer does in such a step, in words. */
    public String sentence(StepKind kind) {
        return sentences[kind.ordinal()];
    }

    /** Marketing's own additions, in the order of the entries. */
    public List<Factor> factors() {
        return factors;
    }

    /** The same table with one kind weighed anew; for trying a change out before it is made. */
    public Weights with(StepWeight changed) {
        return of(Arrays.stream(KINDS)
                .map(kind -> kind == changed.kind() ? changed : entry(kind))
                .toList());
    }

    /** What the table says about one kind. */
    public StepWeight entry(StepKind kind) {
        List<Factor> own = factors.stream().filter(factor -> factor.on() == kind).toList();
        return new StepWeight(kind, seconds(kind), sentence(kind), own);
    }
}
