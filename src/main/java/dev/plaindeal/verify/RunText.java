package dev.plaindeal.verify;

import dev.plaindeal.problem.Problem;
import dev.plaindeal.text.Visible;
import dev.plaindeal.verify.FixtureRun.Mode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes a run for people: nothing for what is as it should be, one summary line at the end. */
public final class RunText {

    private RunText() {}

    /** What was not as it should be, in the order of the fixtures; empty when everything was. */
    public static String of(FixtureRun run, Mode mode) {
        StringBuilder text = new StringBuilder();
        run.verdicts().forEach(verdict -> text.append(of(verdict, mode)));
        return text.toString();
    }

    private static String of(Verdict verdict, Mode mode) {
        if (verdict instanceof Verdict.Different different) {
            return (mode == Mode.UPDATE ? "CHANGED " : "DIFFERENT ") + Visible.line(different.fixture()) + "\n"
                    + DiffText.of(different.differences()) + "\n";
        }
        if (verdict instanceof Verdict.NoReceipt missing) {
            return mode == Mode.UPDATE
                    ? missing.missing().stream().map(path -> "WRITTEN " + Visible.line(path.toString()) + "\n").collect(Collectors.joining())
                    : "NO RECEIPT " + Visible.line(missing.fixture() + ": " + missing.sentence()) + " yet\n";
        }
        if (verdict instanceof Verdict.NoBasket orphan) {
            return "NO BASKET " + Visible.line(orphan.fixture()) + ": delete it, or bring its basket back\n";
        }
        if (verdict instanceof Verdict.Refused refused) {
            List<String> problems = refused.problems().stream().map(Problem::text).toList();
            return "REFUSED " + Visible.line(refused.fixture()) + "\n  " + String.join("\n", problems).replace("\n", "\n  ") + "\n";
        }
        return "";
    }

    /** One line: how many baskets are OK, how long it took, what was reached. */
    public static String summary(FixtureRun run, Mode mode, double seconds) {
        RunTally tally = RunTally.of(run);
        String baskets = counted(tally.baskets(), "basket");
        String how = tally.same() == tally.baskets() && tally.noBasket() == 0
                ? baskets + " OK"
                : baskets + ": " + tally.text(mode);
        String warnings = run.warnings().isEmpty() ? "" : "; " + counted(run.warnings().size(), "warning");
        return String.format(Locale.ROOT, "%s (%.1f s); %s%s", how, seconds, reached(run.coverage()), warnings);
    }

    private static String reached(Coverage coverage) {
        return reached(coverage.promotions(), "promotions") + ", " + reached(coverage.tiers(), "tiers") + ", "
                + reached(coverage.reasons(), "reasons") + " reached";
    }

    private static String reached(Coverage.Tally part, String what) {
        return part.reached() + " of " + part.all() + " " + what;
    }

    /** What no fixture reaches, by kind; empty when everything is reached. */
    public static String unreached(Coverage coverage) {
        return unreached(coverage.promotions(), "Promotions")
                + unreached(coverage.tiers(), "Tiers")
                + unreached(coverage.reasons(), "Reasons");
    }

    private static String unreached(Coverage.Tally part, String what) {
        return part.unreached().isEmpty()
                ? ""
                : what + " no fixture reaches (" + part.unreached().size() + " of " + part.all() + "):\n  "
                        + String.join("\n  ", part.unreached()) + "\n";
    }

    static String counted(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
