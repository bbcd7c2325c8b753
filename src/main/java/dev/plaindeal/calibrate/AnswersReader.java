package dev.plaindeal.calibrate;

import dev.plaindeal.problem.Place;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.problem.ProblemException;
import dev.plaindeal.problem.Nearest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the files of answers that the questionnaire gives: text with a line for each answer and commas between {@code plan}, {@code
 * person}, {@code language}, {@code item}, {@code answer} and {@code seconds}. Every problem of every file is collected, of one file
 * the first hundred; a line that comes twice, because somebody sent a file twice, counts once. Files that were put together are read too:
 * their headers are no answers. For one thread.
 */
public final class AnswersReader {

    /** The first line of every file. */
    public static final String HEADER = "plan,person,language,item,answer,seconds";

    /** A price as plans and answers write it. */
    static final String PRICE = "\\d{1,12}(\\.\\d{1,6})?";

    private static final int COLUMNS = 6;
    private static final int PLAN = 0;
    private static final int PERSON = 1;
    private static final int LANGUAGE = 2;
    private static final int ITEM = 3;
    private static final int ANSWER = 4;
    private static final int SECONDS = 5;
    private static final String NAME = "[A-Za-z0-9._-]{1,40}";
    private static final int MOST_TOLD = 100;

    private final CalibrationPlan plan;
    private final Map<String, PlannedItem> items;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, Map<String, AnswerLine>> byPerson = new LinkedHashMap<>();
    private int repeated;

    private AnswersReader(CalibrationPlan plan) {
        this.plan = plan;
        this.items = plan.items();
    }

    /**
     * One answer as it stands in a file.
     *
     * @param answer {@code a}, {@code b}, or the price typed
     */
    record AnswerLine(PlannedItem item, String answer, double seconds) {}

    /**
     * What the files hold.
     *
     * @param byPerson the answers of each person by item
     * @param repeated lines that came twice and count once
     */
    record AnswerLines(Map<String, Map<String, AnswerLine>> byPerson, int repeated) {}

    /**
     * Reads files of answers to a plan.
     *
     * @param texts text by name of the file
     * @throws ProblemException with every problem of every file, sorted
     */
    static AnswerLines read(CalibrationPlan plan, Map<String, String> texts) {
        AnswersReader reader = new AnswersReader(plan);
        texts.forEach(reader::read);
        if (!reader.problems.isEmpty()) {
            throw new ProblemException(reader.problems.stream().sorted().toList());
        }
        return new AnswerLines(reader.byPerson, reader.repeated);
    }

    private void read(String file, String text) {
        String[] lines = text.split("\r\n|\n|\r", -1);
        String first = lines[0].startsWith("\uFEFF") ? lines[0].substring(1) : lines[0];
        if (!first.strip().equals(HEADER)) {
            String hint = first.contains(";") ? "Maybe a spreadsheet saved it with semicolons; save it with commas."
                    : "Take the file as the questionnaire gave it.";
            problem(new FileLine(file, 1, first), 1, "no-answers", "this file does not begin with " + HEADER, hint);
            return;
        }
        List<FileLine> answers = new ArrayList<>();
        for (int i = 1; i < lines.length; i++) {
            if (!lines[i].isBlank() && !lines[i].strip().equals(HEADER)) {
                answers.add(new FileLine(file, i + 1, lines[i]));
            }
        }
        if (answers.isEmpty()) {
            problem(new FileLine(file, 1, first), 0, "no-answers", "there are no answers in this file", "");
        }
        lines(answers);
    }

    private void lines(List<FileLine> answers) {
        int before = problems.size();
        for (FileLine line : answers) {
            if (problems.size() - before >= MOST_TOLD) {
                problem(line, 0, "more-problems", "from here on this file was not read: it has " + MOST_TOLD + " problems before", "Mend those first.");
                return;
            }
            line(line);
        }
    }

    /** A line and where it stands. */
    private record FileLine(String file, int number, String text) {
        Place at(int column) {
            return Place.of(file, number, column, text);
        }
    }

    private void problem(FileLine line, int column, String code, String message, String hint) {
        problems.add(Problem.error(code, line.at(column), message, hint));
    }

    private void line(FileLine line) {
        String[] fields = line.text().split(",", -1);
        if (fields.length != COLUMNS) {
            problem(line, 1, "answer-columns", "an answer has " + COLUMNS + " fields, this line " + fields.length, "The fields are " + HEADER + ".");
            return;
        }
        int before = problems.size();
        checkNames(line, fields);
        PlannedItem item = items.get(fields[ITEM]);
        if (item == null) {
            problem(line, column(fields, ITEM), "unknown-item", "the plan has no item " + fields[ITEM], Nearest.hint(fields[ITEM], items.keySet(), ""));
            return;
        }
        checkAnswer(line, fields, item);
        double seconds = seconds(line, fields);
        if (problems.size() == before) {
            keep(line, fields, new AnswerLine(item, fields[ANSWER], seconds));
        }
    }

    private static int column(String[] fields, int index) {
        int column = 1;
        for (int i = 0; i < index; i++) {
            column += fields[i].length() + 1;
        }
        return column;
    }

    private void checkNames(FileLine line, String[] fields) {
        if (!fields[PLAN].equals(plan.id())) {
            problem(line, column(fields, PLAN), "other-plan", "these are answers to the plan " + fields[PLAN] + ", not to " + plan.id(),
                    "Name the plan they are for.");
        }
        for (int i : new int[] {PERSON, LANGUAGE}) {
            if (!fields[i].matches(NAME)) {
                String what = i == PERSON ? "a person" : "a language";
                problem(line, column(fields, i), "answer-name", what + " is 1 to 40 letters, digits, points and hyphens", "");
            }
        }
    }

    private void checkAnswer(FileLine line, String[] fields, PlannedItem item) {
        boolean price = item instanceof PlannedItem.TimedPrice;
        if (price && !fields[ANSWER].matches(PRICE)) {
            problem(line, column(fields, ANSWER), "answer-price", "the answer here is a price, such as 39.83", "");
        } else if (!price && Side.of(fields[ANSWER]).isEmpty()) {
            problem(line, column(fields, ANSWER), "answer-side", "the answer here is a or b", "");
        }
    }

    private double seconds(FileLine line, String[] fields) {
        boolean number = fields[SECONDS].matches("\\d{1,6}(\\.\\d{1,6})?");
        double seconds = number ? Double.parseDouble(fields[SECONDS]) : 0;
        if (seconds <= 0) {
            problem(line, column(fields, SECONDS), "answer-seconds", "seconds are a number above 0, such as 4.2", "");
        }
        return seconds;
    }

    private void keep(FileLine line, String[] fields, AnswerLine answer) {
        AnswerLine before = byPerson.computeIfAbsent(fields[PERSON], person -> new LinkedHashMap<>()).putIfAbsent(fields[ITEM], answer);
        if (before == null) {
            return;
        }
        if (before.equals(answer)) {
            repeated++;
            return;
        }
        problem(line, column(fields, ITEM), "answered-twice", fields[PERSON] + " answered " + fields[ITEM] + " before, and otherwise",
                "Keep one of the two lines.");
    }
}
