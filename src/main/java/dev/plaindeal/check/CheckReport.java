package dev.plaindeal.check;

import dev.plaindeal.problem.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a check of a rules folder found.
 *
 * @param problems everything found, sorted by place
 * @param files how many rule files there are
 * @param promotions how many promotions could be read
 * @param simplicity how simple they look, empty when none could be scored
 */
public record CheckReport(List<Problem> problems, int files, int promotions, Optional<Range> simplicity) {

    private static final Set<String> OF_BUDGETS = Set.of("below-floor", "allowance-not-needed", "unknown-promotion", "unknown-folder", "idle-budget");

    /** Sorts the problems by place. */
    public CheckReport {
        problems = problems.stream().distinct().sorted().toList();
    }

    /** What stops the rules from being used. */
    public List<Problem> errors() {
        return problems.stream().filter(Problem::isError).toList();
    }

    /** Warnings that are of budgets: promotions below what their market asks, allowances nobody needs, and budgets nothing is held to. */
    public List<Problem> ofBudgets() {
        return warnings().stream().filter(problem -> OF_BUDGETS.contains(problem.code())).toList();
    }

    /** What somebody should look at. */
    public List<Problem> warnings() {
        return problems.stream().filter(problem -> !problem.isError()).toList();
    }

    /** One line: {@code 37 promotions OK, simplicity 34 to 96, lowest: winter-bundle}. */
    public String summary() {
        int errors = errors().size();
        int warnings = warnings().size();
        if (errors > 0) {
            return count(errors, "error") + (warnings > 0 ? " and " + count(warnings, "warning") : "") + " in "
                    + count(files, "rule file");
        }
        return count(promotions, "promotion") + " OK" + simplicity.map(CheckReport::range).orElse("")
                + (warnings > 0 ? "; " + count(warnings, "warning") : "");
    }

    private static String range(Range range) {
        double lowest = range.lowest().simplicity().score();
        double highest = range.highest().simplicity().score();
        return String.format(Locale.ROOT, ", simplicity %.0f to %.0f, lowest: %s", lowest, highest, range.lowest().id());
    }

    private static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
