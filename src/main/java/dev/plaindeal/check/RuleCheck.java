package dev.plaindeal.check;

import dev.plaindeal.PromotionEngine;
import dev.plaindeal.language.Messages;
import dev.plaindeal.problem.Place;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.problem.Severity;
import dev.plaindeal.receipt.PromotionScore;
import dev.plaindeal.rules.Inspection;
import dev.plaindeal.rules.RuleFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds all that is wrong with a folder of rules in one go. Nothing is thrown for what is wrong with rules. */
public final class RuleCheck {

    /** Those that find errors; each looks at one promotion at a time. */
    private static final List<Check> FOR_ERRORS =
            List.of(new TierOrder(), new Caps(), new MarketCurrencies(), new Scopes(), new NeverMatches(), new LinesNeverMatch(),
            new PointsNever());

    /** Those that only warn, and may look at promotions in pairs. */
    private static final List<Check> FOR_WARNINGS = List.of(
            new EveryWithoutEnd(),
            new GatesNothing(),
            new GivesAll(),
            new MixedCurrencies(),
            new Ended(),
            new SameCode(),
            new NeverCombines(),
            new UnknownNames(),
            new NeverAsked(),
            new LonelyGroup(),
            new SharedBudgetDiffers(),
            new KeepsNothing(),
            new LosesKey(),
            new SlowJoins(),
            new UntoldAlike(),
            new NotScored(),
            new BelowFloor(),
            new BelowBudget(),
            new IdleBudgets(),
            new StoreNeverPays());

    private RuleCheck() {}

    /**
     * Checks a folder of rules.
     *
     * @param rules the folder; problems name files as this path does
     * @param at the moment to judge dates by; without one nothing is said about offers that are over
     */
    public static CheckReport of(Path rules, Optional<Instant> at) {
        List<Problem> unreadable = new ArrayList<>(1);
        Messages messages = messages(rules, unreadable);
        CheckReport report = of(RuleFiles.folder(rules), messages, at);
        unreadable.addAll(report.problems());
        return new CheckReport(unreadable, report.files(), report.promotions(), report.simplicity());
    }

    /** Checks the rules packed in the jar. */
    public static CheckReport packed(Optional<Instant> at) {
        return of(RuleFiles.packed(), Messages.packed(), at);
    }

    /**
     * What stops rules from being used, found in some files of a folder as well as in all of them, in time that grows with
     * the files alone: each error is one of a single promotion. Sorted by place.
     */
    public static List<Problem> errors(RuleFiles some) {
        Inspection inspection = Inspection.of(some);
        List<Problem> problems = new ArrayList<>(inspection.problems());
        CheckContext desk = new CheckContext(inspection, List.of(), Optional.empty());
        FOR_ERRORS.forEach(check -> check.look(desk, problems::add));
        return problems.stream().filter(Problem::isError).distinct().sorted().toList();
    }

    /**
     * What there is to say of some files handed in, each text by its path below the rules folder, as far as these alone tell it: a promotion
     * beside which others are left out is compared with none. Sorted by place.
     */
    public static List<Problem> ofSome(Map<String, String> textByPath) {
        return of(RuleFiles.of(textByPath), Messages.packedForOthers(), Optional.empty()).problems();
    }

    static CheckReport of(RuleFiles files, Messages messages, Optional<Instant> at) {
        Inspection inspection = Inspection.of(files);
        List<PromotionScore> scores = scores(inspection);
        List<Problem> problems = new ArrayList<>(messages.problems());
        problems.addAll(inspection.problems());
        files.noPromotion(Severity.ERROR).ifPresent(problems::add);
        CheckContext desk = new CheckContext(inspection, scores, at);
        FOR_ERRORS.forEach(check -> check.look(desk, problems::add));
        FOR_WARNINGS.forEach(check -> check.look(desk, problems::add));
        if (inspection.problems().stream().noneMatch(Problem::isError)) {
            // A promotion that could not be read is not one that is not there.
            problems.addAll(messages.ofUnknownPromotions(desk.ids()));
        }
        return new CheckReport(problems, inspection.size(), desk.promotions().size(), Range.of(scores));
    }

    private static List<PromotionScore> scores(Inspection inspection) {
        return PromotionEngine.of(inspection.rules()).scores(Optional.empty());
    }

    private static Messages messages(Path rules, List<Problem> problems) {
        try {
            return Messages.inRules(rules, rules.toString());
        } catch (IOException unreadable) {
            String folder = rules.resolve("messages").toString();
            problems.add(Problem.error(
                    "unreadable-file", Place.of(folder), "the messages cannot be read", "Check who may read them."));
            return Messages.packedForOthers();
        }
    }
}
