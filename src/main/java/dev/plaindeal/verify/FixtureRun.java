package dev.plaindeal.verify;

import dev.plaindeal.PromotionEngine;
import dev.plaindeal.problem.Place;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.problem.ProblemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/**
 * All fixtures of a folder examined.
 *
 * <p>The order of the verdicts is that of the fixtures' names, whatever the number of threads.
 *
 * @param verdicts one for each fixture, then one for each receipt without a basket
 * @param coverage what they reached
 * @param warnings of stacks whose range alone crosses their budget, in the order of the fixtures
 */
public record FixtureRun(List<Verdict> verdicts, Coverage coverage, List<Problem> warnings) {

    /** What to do with receipts that are not as they should be. */
    public enum Mode {
        /** Tell. */
        CHECK,
        /** Write the receipts that are missing or say something else. */
        UPDATE
    }

    /** Copies the lists. */
    public FixtureRun {
        verdicts = List.copyOf(verdicts);
        warnings = List.copyOf(warnings);
    }

    /**
     * Examines the fixtures on every core there is.
     *
     * @param folder the fixtures
     * @param rules the rules that are tested, asked for only when a fixture has none of its own
     * @param mode whether receipts are written
     * @param halves which halves of the receipts are compared, and written
     * @param progress told how many fixtures are done, from any thread
     * @throws ProblemException with every problem of any rules folder
     */
    public static FixtureRun of(
            FixtureFolder folder, Supplier<PromotionEngine> rules, Mode mode, Set<Golden> halves, IntConsumer progress) {
        try (Workers workers = new Workers()) {
            Map<Optional<Path>, PromotionEngine> engines = engines(folder, rules, workers);
            List<Examined> examined = workers.all(
                    folder.fixtures(), fixture -> examine(fixture, engines.get(fixture.rules()), mode, halves), progress);
            List<Problem> warnings = examined.stream().flatMap(one -> one.warning().stream()).toList();
            return new FixtureRun(verdicts(examined, folder), coverage(examined, engines), warnings);
        }
    }

    private static Map<Optional<Path>, PromotionEngine> engines(
            FixtureFolder folder, Supplier<PromotionEngine> rules, Workers workers) {
        List<Optional<Path>> wanted = folder.fixtures().stream().map(Fixture::rules).distinct().toList();
        List<Problem> problems = new ArrayList<>();
        List<Optional<PromotionEngine>> loaded = workers.all(wanted, own -> load(own, rules, problems), done -> {});
        if (!problems.isEmpty()) {
            throw new ProblemException(problems);
        }
        Map<Optional<Path>, PromotionEngine> engines = new HashMap<>();
        for (int i = 0; i < wanted.size(); i++) {
            engines.put(wanted.get(i), loaded.get(i).orElseThrow());
        }
        return engines;
    }

    private static Optional<PromotionEngine> load(
            Optional<Path> own, Supplier<PromotionEngine> rules, List<Problem> problems) {
        try {
            return Optional.of(own.map(PromotionEngine::load).orElseGet(rules).requirePromotions());
        } catch (ProblemException broken) {
            synchronized (problems) {
                problems.addAll(broken.problems());
            }
            return Optional.empty();
        }
    }

    private static Examined examine(Fixture fixture, PromotionEngine engine, Mode mode, Set<Golden> halves) {
        Examined examined = Examiner.examine(fixture, engine, halves);
        return switch (mode) {
            case CHECK -> examined.receipt().flatMap(receipt -> StackBudget.problem(fixture, receipt, engine))
                    .map(problem -> problem.isError() ? Examined.refused(fixture, List.of(problem)) : examined.warned(problem))
                    .orElse(examined);
            case UPDATE -> updated(examined, halves);
        };
    }

    private static Examined updated(Examined examined, Set<Golden> halves) {
        boolean all = halves.containsAll(List.of(Golden.values()));
        if (examined.whole() && all) {
            return written(examined, List.of(Golden.values()));
        }
        return examined.whole() && !examined.stale().isEmpty()
                ? Examined.refused(examined.fixture(), List.of(inOneFile(examined.fixture())))
                : written(examined, examined.stale());
    }

    /** The other half, which nobody asked to write, would be lost. */
    private static Problem inOneFile(Fixture fixture) {
        return Problem.error(
                "not-split",
                Place.of(Golden.MONEY.of(fixture).toString()),
                "both halves of the receipt are in this file, so that one cannot be written alone",
                "Split it with --update once, without --only.");
    }

    /** All or none, and how simple it looks first: a receipt in one file is not cut before its other half is safe. */
    private static Examined written(Examined examined, List<Golden> stale) {
        Fixture fixture = examined.fixture();
        try {
            Map<Path, String> texts = new LinkedHashMap<>();
            for (Golden golden : List.of(Golden.SIMPLICITY, Golden.MONEY)) {
                if (stale.contains(golden)) {
                    texts.put(golden.of(fixture), golden.text(examined.receipt().orElseThrow()));
                }
            }
            WholeFile.writeAll(texts);
            return examined.verdict() instanceof Verdict.Same && !stale.isEmpty()
                    ? examined.with(Verdict.NoReceipt.of(fixture, stale))
                    : examined;
        } catch (ProblemException unwritable) {
            return Examined.refused(fixture, unwritable.problems());
        }
    }

    private static List<Verdict> verdicts(List<Examined> examined, FixtureFolder folder) {
        List<Verdict> verdicts = new ArrayList<>();
        examined.forEach(one -> verdicts.add(one.verdict()));
        folder.orphans().forEach(receipt -> verdicts.add(new Verdict.NoBasket(receipt.toString())));
        return verdicts;
    }

    private static Coverage coverage(List<Examined> examined, Map<Optional<Path>, PromotionEngine> engines) {
        Coverage.Count count = new Coverage.Count();
        Optional.ofNullable(engines.get(Optional.<Path>empty())).ifPresent(count::expect);
        for (Examined one : examined) {
            boolean ownRules = one.fixture().rules().isPresent();
            one.receipt().ifPresent(ownRules ? count::reachReasons : count::reach);
        }
        return count.coverage();
    }
}
