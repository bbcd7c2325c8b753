package dev.plaindeal.rules;

import dev.plaindeal.model.Word;
import dev.plaindeal.money.AmountGuess;
import dev.plaindeal.rules.grammar.RuleTree.Call;
import dev.plaindeal.rules.grammar.RuleTree.Literal;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What to write between a word's brackets instead: a number in quotes, an amount or a percentage without them. */
final class ArgumentHint {

    private static final Set<String> SAVINGS = Set.of("saving", "share");
    private static final Set<String> LISTS = Set.of("skus", "categories", "brands", "stores", "tags", "ids");
    private static final String EXAMPLE = "\"USD ";
    private static final int MOST_DIGITS = 9;

    private ArgumentHint() {}

    /** A sentence; empty where nobody can tell what was meant. */
    static Optional<String> of(Call call, List<Method> same) {
        List<Object> given = call.arguments().stream().map(Literal::value).toList();
        return decimals(call, given, same).or(() -> list(given, same)).or(() -> worth(given, same)).or(() -> written(given, same));
    }

    /** {@code onlySkus("a", "b")}: a list is one text. */
    private static Optional<String> list(List<Object> given, List<Method> same) {
        boolean texts = given.size() > 1 && given.stream().allMatch(String.class::isInstance);
        boolean asked = same.stream().allMatch(method -> method.getParameterCount() == 1 && LISTS.contains(method.getParameters()[0].getName()));
        return texts && asked
                ? Optional.of("A list is one text: " + same.get(0).getName() + "(\""
                        + given.stream().map(String::valueOf).collect(Collectors.joining(", ")) + "\").")
                : Optional.empty();
    }

    /** {@code asPoints()}: what one is worth is missing. */
    private static Optional<String> worth(List<Object> given, List<Method> same) {
        Method word = same.get(0);
        boolean only = same.size() == 1 && word.getParameterCount() == 1 && word.getParameters()[0].getName().equals("worth");
        return given.isEmpty() && only
                ? Optional.of("Say what one is worth: " + word.getName() + "(" + EXAMPLE + "0.01\").")
                : Optional.empty();
    }

    /** {@code percentOff(12,5)}: a comma before the decimals makes two numbers of one. */
    private static Optional<String> decimals(Call call, List<Object> given, List<Method> same) {
        boolean two = given.size() == 2 && given.stream().allMatch(Integer.class::isInstance);
        boolean one = takesOne(same, int.class) && takesOne(same, String.class);
        return two && one
                ? Optional.of("Decimals are written in quotes, behind a point: " + call.word().text() + "(\"" + given.get(0) + "."
                        + given.get(1) + "\").")
                : Optional.empty();
    }

    private static boolean takesOne(List<Method> same, Class<?> type) {
        return same.stream().anyMatch(method -> method.getParameterCount() == 1 && method.getParameterTypes()[0] == type);
    }

    private static Optional<String> written(List<Object> given, List<Method> same) {
        String all = same.stream()
                .filter(method -> method.getParameterCount() == given.size())
                .flatMap(method -> written(method, given).stream())
                .distinct()
                .collect(Collectors.joining(" or "));
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of("Write " + all + (all.contains(EXAMPLE) ? ", with the currency it is in." : "."));
    }

    private static Optional<String> written(Method method, List<Object> given) {
        Parameter[] wanted = method.getParameters();
        boolean money = method.getAnnotation(Word.class).ofMoney();
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < wanted.length; i++) {
            Optional<String> one = wanted[i].getType() == int.class ? number(given.get(i)) : text(wanted[i], given.get(i), money);
            if (one.isEmpty()) {
                return Optional.empty();
            }
            all.append(i == 0 ? "" : ", ").append(one.get());
        }
        return Optional.of(method.getName() + "(" + all + ")");
    }

    private static Optional<String> number(Object given) {
        return given instanceof String text
                ? AmountGuess.of(text.replace("%", ""), 0).filter(number -> number.length() <= MOST_DIGITS)
                : Optional.of(String.valueOf(given)).filter(number -> given instanceof Integer);
    }

    private static Optional<String> text(Parameter wanted, Object given, boolean money) {
        if (given instanceof String text) {
            return Optional.of("\"" + text + "\"");
        }
        if (wanted.getType() != String.class || !(given instanceof Integer)) {
            return Optional.empty();
        }
        if (SAVINGS.contains(wanted.getName())) {
            return Optional.of("\"" + given + "%\"");
        }
        return money ? Optional.of(EXAMPLE + given + "\"") : Optional.empty();
    }
}
