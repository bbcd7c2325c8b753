package dev.plaindeal.check;

import dev.plaindeal.PromotionEngine;
import dev.plaindeal.problem.Place;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.problem.ProblemException;
import dev.plaindeal.report.Messages;
import dev.plaindeal.report.PromotionScore;
import dev.plaindeal.rules.Inspection;
import dev.plaindeal.rules.RuleFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds all that is wrong with a folder of rules in one go. Nothing is thrown for what is wrong with rules. */
public final class RuleCheck {

    private static final List<Check> CHECKS = List.of(
            new TierOrder(),
            new Caps(),
            new EveryWithoutEnd(),
            new GivesAll(),
            new MarketCurrencies(),
            new MixedCurrencies(),
            new Scopes(),
            new NeverMatches(),
            new Ended(),
            new SameCode(),
            new NeverCombines(),
            new UnknownNames(),
            new LonelyGroup(),
            new KeepsNothing(),
            new LosesKey(),
            new BelowFloor());

    private RuleCheck() {}

    /**
     * Checks a folder of rules.
     *
     * @param rules the folder; problems name files as this path does
     * @param at the moment to judge dates by; without one nothing is said about offers that are over
     */
    public static CheckReport of(Path rules, Optional<Instant> at) {
        return of(RuleFiles.folder(rules), messages(rules.resolve("messages")), at);
    }

    /** Checks the rules packed in the jar. */
    public static CheckReport packed(Optional<Instant> at) {
        return of(RuleFiles.packed(), Messages.packed().problems(), at);
    }

    /**
     * What stops rules from being used, found in some files of a folder as well as in all of them: each error is one of a
     * single promotion. Warnings may lie in how promotions go together, so they take a look at the whole folder.
     */
    public static List<Problem> errors(RuleFiles some) {
        return of(some, List.of(), Optional.empty()).errors();
    }

    private static CheckReport of(RuleFiles files, List<Problem> messages, Optional<Instant> at) {
        Inspection inspection = Inspection.of(files);
        List<PromotionScore> scores = scores(inspection);
        List<Problem> problems = new ArrayList<>(messages);
        problems.addAll(inspection.problems());
        Desk desk = new Desk(inspection, scores, at);
        CHECKS.forEach(check -> check.look(desk, problems::add));
        return new CheckReport(problems, inspection.size(), desk.promotions().size(), Range.of(scores));
    }

    private static List<PromotionScore> scores(Inspection inspection) {
        return PromotionEngine.of(inspection.rules()).scores(Optional.empty());
    }

    private static List<Problem> messages(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try {
            return Messages.read(folder).problems().stream().map(problem -> in(folder, problem)).toList();
        } catch (IOException unreadable) {
            return List.of(Problem.error(
                    "unreadable-file", Place.of(folder.toString()), "the messages cannot be read", "Check who may read them."));
        }
    }

    private static Problem in(Path folder, Problem problem) {
        Place place = problem.place();
        Place full = new Place(
                folder.resolve(place.file()).toString(), place.line(), place.column(), place.pointer(), place.source());
        return new Problem(problem.code(), problem.severity(), full, problem.message(), problem.hint());
    }
}
