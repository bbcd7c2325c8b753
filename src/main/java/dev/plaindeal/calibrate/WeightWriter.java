package dev.plaindeal.calibrate;

import dev.plaindeal.offer.Condition.Operator;
import dev.plaindeal.problem.Place;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.problem.ProblemException;
import dev.plaindeal.rules.grammar.FileProblems;
import dev.plaindeal.rules.grammar.RuleFolder;
import dev.plaindeal.rules.grammar.RuleLines;
import dev.plaindeal.rules.grammar.RuleParser;
import dev.plaindeal.rules.grammar.RuleTree.Call;
import dev.plaindeal.rules.grammar.RuleTree.Constraint;
import dev.plaindeal.rules.grammar.RuleTree.Literal;
import dev.plaindeal.rules.grammar.RuleTree.RuleNode;
import dev.plaindeal.rules.grammar.SourceSpot;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes fitted weights into the text of rule files: the number that {@code takes} says, and a comment above the rule with the
 * interval and where it comes from. Nothing else of a file changes, and a comment of an earlier calibration makes way.
 *
 * <p>A weight is found by what its rule says: the step it is for, and the seconds before. Where no rule, or more than one, says so,
 * that is a problem and nothing is written. For one thread.
 */
public final class WeightWriter {

    private static final String FITTED = "// Fitted: ";
    private static final String NOT_FITTED = "// Not fitted: ";
    private static final int DECIMALS = 3;

    private final WeightsToWrite report;
    private final Map<String, String> texts;
    private final List<SaidSeconds> spoken = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    private WeightWriter(WeightsToWrite report, Map<String, String> texts) {
        this.report = report;
        this.texts = texts;
    }

    /**
     * Where a rule says how long a step takes.
     *
     * @param rule line of the rule
     * @param number its seconds, in quotes
     * @param place where, for people
     */
    private record SaidSeconds(String path, String kind, double seconds, int rule, Literal number, Place place) {}

    /** A change to one line. */
    private record LineEdit(int line, int column, int length, String text) {}

    /**
     * The files with the weights in them.
     *
     * @param texts text by name of each rule file of {@code simplicity/}
     * @param folder what problems call their folder
     * @throws ProblemException where a file cannot be read, or a weight has no place or several
     */
    public static Map<String, String> write(WeightsToWrite report, Map<String, String> texts, String folder) {
        return new WeightWriter(report, texts).written(folder);
    }

    private Map<String, String> written(String folder) {
        texts.forEach((path, text) -> read(path, folder + "/" + path, text));
        Map<String, List<LineEdit>> edits = new TreeMap<>();
        texts.keySet().forEach(path -> edits.put(path, new ArrayList<>()));
        report.weights().forEach(weight -> place(weight, folder, edits));
        if (!problems.isEmpty()) {
            throw new ProblemException(problems.stream().sorted().toList());
        }
        Map<String, String> written = new TreeMap<>();
        edits.forEach((path, changes) -> written.put(path, edited(texts.get(path), changes)));
        return written;
    }

    private void read(String path, String shown, String text) {
        RuleLines lines = new RuleLines(shown, text);
        FileProblems found = new FileProblems(lines);
        for (RuleNode rule : RuleParser.parse(lines, RuleFolder.SIMPLICITY, found).rules()) {
            rule.statements().forEach(statement -> statement.calls().forEach(call -> seconds(path, lines, rule, call)));
        }
        problems.addAll(found.all());
    }

    private void seconds(String path, RuleLines lines, RuleNode rule, Call call) {
        boolean takes = call.word().text().equals("takes") || call.word().text().equals("takesInstead");
        if (!takes || call.arguments().size() != 1 || !rule.pattern().fact().text().equals("Step")) {
            return;
        }
        Literal number = call.arguments().get(0);
        String seconds = String.valueOf(number.value());
        if (seconds.matches("\\d{1,3}(\\.\\d{1,4})?")) {
            kinds(rule).forEach(kind -> spoken.add(new SaidSeconds(
                    path, kind, Double.parseDouble(seconds), rule.name().at().line(), number, lines.place(number.at()))));
        }
    }

    /** The steps a rule is for, as far as it names them. */
    private static List<String> kinds(RuleNode rule) {
        List<String> kinds = new ArrayList<>();
        for (Constraint constraint : rule.pattern().constraints()) {
            if (constraint.field().text().equals("kind") && (constraint.operator() == Operator.IS || constraint.operator() == Operator.IN)) {
                constraint.values().forEach(value -> kinds.add(String.valueOf(value.value())));
            }
        }
        return kinds;
    }

    private void place(FittedWeight weight, String folder, Map<String, List<LineEdit>> edits) {
        List<SaidSeconds> says = spoken.stream()
                .filter(one -> one.kind().equals(weight.step().name()) && FittedWeight.isSame(one.seconds(), weight.prior()))
                .toList();
        if (says.isEmpty()) {
            problems.add(Problem.error("weight-not-found", Place.of(folder), "no rule here says that step " + weight.step() + " takes "
                    + seconds(weight.prior()) + " seconds, as it did when the answers were fitted", "Fit again with these rules."));
        } else if (says.size() > 1 || isShared(says.get(0))) {
            problems.add(Problem.error("weight-not-alone", says.get(0).place(), "these seconds of step " + weight.step()
                    + " are said by more than one rule, or for more than one step", "Give the step a rule of its own, and fit again."));
        } else {
            edit(weight, says.get(0), edits.get(says.get(0).path()));
        }
    }

    private boolean isShared(SaidSeconds one) {
        return spoken.stream().anyMatch(other -> other != one && other.path().equals(one.path()) && other.number().at().equals(one.number().at()));
    }

    private void edit(FittedWeight weight, SaidSeconds says, List<LineEdit> edits) {
        int above = says.rule() - 1;
        String before = above < 1 ? "" : line(texts.get(says.path()), above);
        boolean told = before.startsWith(FITTED) || before.startsWith(NOT_FITTED);
        String comment = comment(weight);
        edits.add(told ? new LineEdit(above, 1, before.length(), comment) : new LineEdit(says.rule(), 1, 0, comment + "\n"));
        if (weight.source() == FittedWeight.WeightSource.ANSWERS) {
            SourceSpot at = says.number().at();
            int length = String.valueOf(says.number().value()).length() + 2;
            edits.add(new LineEdit(at.line(), at.column(), length, "\"" + seconds(weight.fitted()) + "\""));
        }
    }

    private String comment(FittedWeight weight) {
        String who = String.format(Locale.ROOT, "%d people in %s, plan %s", report.people(), report.market(), report.plan());
        return switch (weight.source()) {
            case ANSWERS -> FITTED + seconds(weight.fitted()) + " s, with 95 % from " + seconds(weight.low()) + " to " + seconds(weight.high())
                    + "; " + weight.answers() + " answers of " + who + "; before " + seconds(weight.prior()) + " s.";
            case PRIOR -> NOT_FITTED + "the answers of " + who + ", say nothing of it.";
        };
    }

    /** Three decimals, without needless zeros beyond two. */
    private static String seconds(double value) {
        BigDecimal exact = BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_UP);
        BigDecimal shorter = exact.setScale(2, RoundingMode.DOWN);
        return (shorter.compareTo(exact) == 0 ? shorter : exact).toPlainString();
    }

    private static String line(String text, int number) {
        return text.split("\n", -1)[number - 1];
    }

    /** From the end, so that places stay where they were. */
    private static String edited(String text, List<LineEdit> edits) {
        String[] lines = text.split("\n", -1);
        edits.stream()
                .sorted(Comparator.comparingInt(LineEdit::line).thenComparingInt(LineEdit::column).reversed())
                .forEach(edit -> {
                    String line = lines[edit.line() - 1];
                    int from = edit.column() - 1;
                    lines[edit.line() - 1] = line.substring(0, from) + edit.text() + line.substring(from + edit.length());
                });
        return String.join("\n", lines);
    }
}
