package dev.plaindeal.check;

import dev.plaindeal.problem.Nearest;
import dev.plaindeal.problem.Place;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.rules.RuleText.Spoken;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Promotions and groups that are kept apart by a name nobody has. */
final class UnknownNames implements Check {

    @Override
    public void look(CheckContext desk, Consumer<Problem> found) {
        Guesses guesses = new Guesses();
        Set<String> ids = desk.ids();
        Set<String> all = new TreeSet<>(ids);
        desk.statements().forEach(statement -> all.addAll(statement.terms().combining().groups()));
        for (CheckedStatement statement : desk.statements()) {
            statement.all("notWith").forEach(word -> names(word, ids, "promotion", guesses, found));
            own(statement, found);
        }
        desk.stackingWords().stream()
                .filter(word -> desk.isWhole() && word.word().equals("apart"))
                .forEach(word -> names(word, all, "promotion or group", guesses, found));
    }

    /** What was probably meant by the first hundred of them: to compare each name with all would take ever longer. */
    private static final class Guesses {

        private int left = 100;

        String hint(String name, Set<String> known) {
            String otherwise = "A promotion's name is that of its file; it may have been renamed or removed.";
            return --left < 0 ? otherwise : Nearest.hint(name, known, otherwise);
        }
    }

    private static void names(Spoken word, Set<String> known, String kind, Guesses guesses, Consumer<Problem> found) {
        for (String name : split(word)) {
            if (!known.contains(name)) {
                found.accept(Problem.warning(
                        "unknown-name",
                        inside(word, name),
                        "there is no " + kind + " " + name,
                        guesses.hint(name, known)));
            }
        }
    }

    private static void own(CheckedStatement statement, Consumer<Problem> found) {
        for (Spoken word : statement.all("notWith")) {
            if (split(word).contains(statement.promotion().id())) {
                found.accept(Problem.warning(
                        "not-with-itself",
                        inside(word, statement.promotion().id()),
                        "a promotion is never kept twice anyway, so its own name here changes nothing",
                        "Maybe another promotion is meant?"));
            }
        }
    }

    private static List<String> split(Spoken word) {
        return Arrays.stream(word.text(0).split(",")).map(String::strip).toList();
    }

    /** Where a name of a list stands inside its text, behind the quote. */
    private static Place inside(Spoken word, String name) {
        Place text = word.argumentsAt().get(0);
        int offset = 0;
        for (String part : word.text(0).split(",", -1)) {
            if (part.strip().equals(name)) {
                offset += part.indexOf(name);
                break;
            }
            offset += part.length() + 1;
        }
        return Place.of(text.file(), text.line(), text.column() + 1 + offset, text.source());
    }
}
