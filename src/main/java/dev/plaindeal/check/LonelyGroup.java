package dev.plaindeal.check;

import dev.plaindeal.problem.Problem;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Groups with one promotion in them, which keep nothing apart. */
final class LonelyGroup implements Check {

    @Override
    public void look(CheckContext desk, Consumer<Problem> found) {
        if (!desk.isWhole()) {
            return;
        }
        Map<String, Set<String>> members = new HashMap<>();
        for (CheckedStatement statement : desk.statements()) {
            for (String group : statement.terms().combining().groups()) {
                members.computeIfAbsent(group, name -> new HashSet<>()).add(statement.promotion().id());
            }
        }
        desk.stackingWords().stream()
                .filter(word -> word.word().equals("apart"))
                .flatMap(word -> Arrays.stream(word.text(0).split(",")))
                .forEach(name -> members.remove(name.strip()));
        members.values().removeIf(ids -> ids.size() > 1);
        desk.statements().forEach(statement -> look(statement, members.keySet(), found));
    }

    private static void look(CheckedStatement statement, Set<String> lonely, Consumer<Problem> found) {
        statement.all("group").stream().filter(word -> lonely.contains(word.text(0))).forEach(word -> found.accept(Problem.warning(
                "lonely-group",
                word.argumentsAt().get(0),
                "nothing else is in the group " + word.text(0) + ", so it keeps nothing apart",
                "Maybe another promotion's group is spelt differently?")));
    }
}
