package dev.plaindeal.rules;

import dev.plaindeal.model.ChanceField;
import dev.plaindeal.model.Word;
import dev.plaindeal.problem.Nearest;
import dev.plaindeal.rules.grammar.FileProblems;
import dev.plaindeal.rules.grammar.RuleTree.Call;
import dev.plaindeal.rules.grammar.RuleTree.Literal;
import dev.plaindeal.rules.grammar.SourceSpot;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The words that can be said to objects of one class: its public methods marked {@link Word}, and no other method, so
 * that a rule file can call nothing but words.
 */
final class WordBook {

    private static final Comparator<Method> NUMBERS_FIRST = Comparator.comparing(Method::getParameterCount)
            .thenComparing(method -> Arrays.stream(method.getParameterTypes()).filter(String.class::equals).count())
            .thenComparing(WordBook::shape);

    private final Map<String, List<Method>> words = new TreeMap<>();

    WordBook(Class<?> spokenTo) {
        for (Method method : spokenTo.getMethods()) {
            if (method.isAnnotationPresent(Word.class) && !Modifier.isStatic(method.getModifiers())) {
                words.computeIfAbsent(method.getName(), name -> new ArrayList<>()).add(method);
            }
        }
        words.values().forEach(same -> same.sort(NUMBERS_FIRST));
    }

    /**
     * A word with what is said with it, ready to be said.
     *
     * @param method the word
     * @param arguments what is said with it
     * @param at where it stands
     */
    record Said(Method method, Object[] arguments, SourceSpot at) {

        String name() {
            return method.getName();
        }

        Word word() {
            return method.getAnnotation(Word.class);
        }

        /** What it settles; by itself where no other word does. */
        String topic() {
            return word().settles().isEmpty() ? name() : word().settles();
        }

        boolean saysTheSameAs(Said other) {
            return method.equals(other.method) && Arrays.equals(arguments, other.arguments);
        }

        /**
         * Says it.
         *
         * @throws IllegalArgumentException with a sentence for the author when it makes no sense
         */
        void to(Object listener) {
            try {
                method.invoke(listener, arguments);
            } catch (InvocationTargetException thrown) {
                if (thrown.getCause() instanceof IllegalArgumentException sentence) {
                    throw sentence;
                }
                if (thrown.getCause() instanceof ArithmeticException tooLarge) {
                    throw new IllegalArgumentException("a number is too large here", tooLarge);
                }
                throw new IllegalStateException("the word " + name() + " is broken", thrown.getCause());
            } catch (IllegalAccessException hidden) {
                throw new IllegalStateException("the word " + name() + " is not public", hidden);
            }
        }
    }

    /** Whether a word settles this. */
    boolean settles(String word, String topic) {
        return words.getOrDefault(word, List.of()).stream()
                .anyMatch(method -> method.getAnnotation(Word.class).settles().equals(topic));
    }

    /** The word that is called, or empty when there is none such, which is then reported. */
    Optional<Said> find(Call call, FileProblems findings) {
        List<Method> same = words.getOrDefault(call.word().text(), List.of());
        if (same.isEmpty()) {
            findings.error(
                    "unknown-word",
                    call.word().at(),
                    "there is no word " + call.word().text(),
                    meant(call.word().text()));
            return Optional.empty();
        }
        Object[] arguments = call.arguments().stream().map(Literal::value).toArray();
        Optional<Method> fits = same.stream().filter(method -> fits(method, arguments)).findFirst();
        if (fits.isEmpty()) {
            refuseArguments(call, arguments, same, findings);
        }
        return fits.map(method -> new Said(method, arguments, call.word().at()));
    }

    /** The table is of promotions; a field is known to be one wherever it is said. */
    private String meant(String name) {
        Set<String> known = words.keySet();
        String listed = ChanceField.find(name)
                .map(field -> name + " is asked in when, between the brackets of the fact.")
                .orElse("The words are listed in rules/README.md.");
        return this == RuleReader.PROMISES
                ? NamesElsewhere.hint(NamesElsewhere.WORDS, name, known, listed)
                : Nearest.hint(name, known, listed);
    }

    /** Another word, spelled nearly like this one, that can be said so. */
    private Optional<String> meantWith(Call call, Object[] arguments) {
        Set<String> others = new TreeSet<>(words.keySet());
        others.remove(call.word().text());
        return Nearest.to(call.word().text(), others)
                .filter(word -> words.get(word).stream().anyMatch(method -> fits(method, arguments)))
                .map(word -> "Maybe " + word + "?");
    }

    private void refuseArguments(Call call, Object[] arguments, List<Method> same, FileProblems findings) {
        String given = call.arguments().stream()
                .map(literal -> kind(literal.value().getClass()))
                .collect(Collectors.joining(", "));
        String what = given.isEmpty() ? " needs something between its brackets" : " cannot be said with " + given;
        findings.error(
                "wrong-arguments",
                call.word().at(),
                call.word().text() + what,
                meantWith(call, arguments)
                        .or(() -> ArgumentHint.of(call, same))
                        .orElseGet(() -> "Write " + same.stream().map(WordBook::shape).collect(Collectors.joining(" or ")) + "."));
    }

    private static boolean fits(Method method, Object[] arguments) {
        Class<?>[] types = method.getParameterTypes();
        if (types.length != arguments.length) {
            return false;
        }
        for (int i = 0; i < types.length; i++) {
            if (!boxed(types[i]).isInstance(arguments[i])) {
                return false;
            }
        }
        return true;
    }

    private static Class<?> boxed(Class<?> type) {
        return type == int.class ? Integer.class : type == boolean.class ? Boolean.class : type;
    }

    private static String kind(Class<?> type) {
        return boxed(type) == Integer.class ? "a number" : boxed(type) == Boolean.class ? "true or false" : "a text";
    }

    /** {@code tier("spend", "saving")}: how a word is written. */
    private static String shape(Method method) {
        return method.getName()
                + Arrays.stream(method.getParameters())
                        .map(p -> p.getType() == String.class ? "\"" + p.getName() + "\"" : p.getName())
                        .collect(Collectors.joining(", ", "(", ")"));
    }
}
