package dev.plaindeal.verify;

import dev.plaindeal.PromotionEngine;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.problem.ProblemException;
import dev.plaindeal.receipt.ReceiptJson;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/**
 * All fixtures of a folder examined.
 *
 * <p>The order of the verdicts is that of the fixtures' names, whatever the number of threads.
 *
 * @param verdicts one for each fixture, then one for each receipt without a basket
 * @param coverage what they reached
 */
public record FixtureRun(List<Verdict> verdicts, Coverage coverage) {

    /** What to do with receipts that are not as they should be. */
    public enum Mode {
        /** Tell. */
        CHECK,
        /** Write the receipts that are missing or say something else. */
        UPDATE
    }

    /** Copies the list. */
    public FixtureRun {
        verdicts = List.copyOf(verdicts);
    }

    /**
     * Examines the fixtures on every core there is.
     *
     * @param folder the fixtures
     * @param rules the rules that are tested, asked for only when a fixture has none of its own
     * @param mode whether receipts are written
     * @param progress told how many fixtures are done, from any thread
     * @throws ProblemException with every problem of any rules folder
     */
    public static FixtureRun of(
            FixtureFolder folder, Supplier<PromotionEngine> rules, Mode mode, IntConsumer progress) {
        try (Workers workers = new Workers()) {
            Map<Optional<Path>, PromotionEngine> engines = engines(folder, rules, workers);
            List<Examined> examined = workers.all(
                    folder.fixtures(), fixture -> examine(fixture, engines, mode), progress);
            return new FixtureRun(verdicts(examined, folder), coverage(examined, engines));
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

    private static Examined examine(Fixture fixture, Map<Optional<Path>, PromotionEngine> engines, Mode mode) {
        Examined examined = Examiner.examine(fixture, engines.get(fixture.rules()));
        boolean stale = examined.verdict() instanceof Verdict.Different
                || examined.verdict() instanceof Verdict.NoReceipt;
        if (mode == Mode.UPDATE && stale) {
            return written(examined);
        }
        return examined;
    }

    private static Examined written(Examined examined) {
        try {
            WholeFile.write(examined.fixture().receipt(), ReceiptJson.pretty(examined.receipt().orElseThrow()));
            return examined;
        } catch (ProblemException unwritable) {
            return Examiner.refused(examined.fixture(), unwritable.problems());
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
