package dev.plaindeal.jmh;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** The figures and what they are to be, as text. */
final class Table {

    private Table() {}

    static String of(List<Row> rows) {
        StringBuilder text = new StringBuilder(
                String.format("%n| CPU µs per basket | size | min | median | max | KB allocated |%n|---|---|---|---|---|---|%n"));
        for (Row row : rows) {
            text.append(String.format(
                    Locale.ROOT, "| %s | %s | %.1f | %.1f | %.1f | %s |%n",
                    row.what(), row.size() == 0 ? "" : row.size(), row.least(), row.median(), row.most(),
                    row.bytes() < 0 ? "" : String.format(Locale.ROOT, "%.1f", row.bytes() / 1024)));
        }
        text.append(String.format("%n| ratio of medians | measured | to be |%n|---|---|---|%n"));
        ratio(text, rows, "evaluate 1000 / floor 1000", "<= 2.0", "evaluate", 1000, "floor", 1000);
        ratio(text, rows, "evaluate 10000 / floor 10000", "<= 0.45", "evaluate", 10000, "floor", 10000);
        ratio(text, rows, "evaluate 10000, facts new / floor 10000", "<= 0.9", "evaluateNew", 10000, "floor", 10000);
        ratio(text, rows, "evaluate 10000, facts new / evaluate 10, facts new", "<= 1.15", "evaluateNew", 10000, "evaluateNew", 10);
        ratio(text, rows, "evaluateToJson 1000 / evaluate 1000", "<= 4", "evaluateToJson", 1000, "evaluate", 1000);
        ratio(text, rows, "evaluate 1000 / matching 1000", "", "evaluate", 1000, "matching", 1000);
        ratio(text, rows, "evaluate 10000 / evaluate 10", "<= 1.15", "evaluate", 10000, "evaluate", 10);
        ratio(text, rows, "naiveDrools 10000 / evaluate 10000", ">= 50", "naiveDrools", 10000, "evaluate", 10000);
        ratio(text, rows, "easyRules 100 / evaluate 100", ">= 1", "easyRules", 100, "evaluate", 100);
        ratio(text, rows, "cel 100 / evaluate 100", ">= 1", "cel", 100, "evaluate", 100);
        ratio(text, rows, "evrete 100 / evaluate 100", ">= 1", "evrete", 100, "evaluate", 100);
        ratio(text, rows, "jsonRulesEngine 100 / evaluate 100", ">= 1", "jsonRulesEngine", 100, "evaluate", 100);
        ratio(text, rows, "200 lines / 5 lines", "<= 2.5", "lines", 200, "lines", 5);
        ratio(text, rows, "12 competing / 6 fitting", "<= 2", "twelveCompeting", 0, "lines", 5);
        twoThreads(text, rows);
        return text.toString();
    }

    /** By the clock, so only of a machine that has two cores to spare. */
    private static void twoThreads(StringBuilder text, List<Row> rows) {
        for (Row two : rows) {
            rows.stream().filter(one -> two.what().equals("evaluateByTwo") && one.what().equals("evaluate") && one.size() == two.size())
                    .forEach(one -> text.append(String.format(
                            Locale.ROOT, "| evaluations a second by two threads / by one, N = %d | %.2f | >= 1.8 |%n",
                            one.size(), 2 * one.each() / two.each())));
        }
    }

    /** What was measured in processes of its own, and what of it is to be compared. */
    static String ofFigures(List<Figure> figures) {
        StringBuilder text = new StringBuilder(
                String.format("%n| in processes of its own | min | median | max | unit | to be |%n|---|---|---|---|---|---|%n"));
        figures.forEach(figure -> text.append(figure.row()));
        text.append(String.format("%n| ratio of medians | measured | to be |%n|---|---|---|%n"));
        for (String how : List.of("with class archive", "plain")) {
            OptionalDouble ours = median(figures, "start of the command line, " + how);
            OptionalDouble floor = median(figures, "start of Drools alone, " + how);
            if (ours.isPresent() && floor.isPresent()) {
                text.append(String.format(
                        Locale.ROOT, "| command line / Drools alone, %s | %.2f | <= 1.3 |%n",
                        how, ours.getAsDouble() / floor.getAsDouble()));
            }
        }
        return text.toString();
    }

    private static OptionalDouble median(List<Figure> figures, String what) {
        return figures.stream().filter(figure -> figure.what().equals(what)).mapToDouble(Figure::median).findFirst();
    }

    private static void ratio(
            StringBuilder text, List<Row> rows, String what, String target, String one, int oneSize, String other, int size) {
        OptionalDouble over = median(rows, one, oneSize);
        OptionalDouble under = median(rows, other, size);
        if (over.isPresent() && under.isPresent()) {
            double ratio = over.getAsDouble() / under.getAsDouble();
            text.append(String.format(Locale.ROOT, "| %s | %.2f | %s |%n", what, ratio, target));
        }
    }

    private static OptionalDouble median(List<Row> rows, String what, int size) {
        return rows.stream()
                .filter(row -> row.what().equals(what) && row.size() == size)
                .mapToDouble(Row::median)
                .findFirst();
    }
}
