package dev.plaindeal.studio;

import dev.plaindeal.model.ChanceField;
import dev.plaindeal.model.LayerStacking;
import dev.plaindeal.model.Market;
import dev.plaindeal.model.PromotionWords;
import dev.plaindeal.model.Stacking;
import dev.plaindeal.model.Step;
import dev.plaindeal.model.Word;
import dev.plaindeal.pages.StudioSections.Explained;
import dev.plaindeal.rules.grammar.FileProblems;
import dev.plaindeal.rules.grammar.RuleLines;
import dev.plaindeal.rules.grammar.RuleParser;
import dev.plaindeal.rules.grammar.RuleTree;
import dev.plaindeal.rules.grammar.RuleTree.Call;
import dev.plaindeal.rules.grammar.RuleTree.Literal;
import dev.plaindeal.rules.grammar.RuleTree.RuleNode;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a rule file says, word by word, in the sentences that explain its words. */
final class PlainWords {

    private static final List<Method> WORDS = Stream.of(PromotionWords.class, Stacking.class, LayerStacking.class, Step.class, Market.class)
            .flatMap(speaker -> Arrays.stream(speaker.getMethods()))
            .filter(method -> method.isAnnotationPresent(Word.class) && !method.isBridge())
            .toList();

    private PlainWords() {}

    /** Its rules as far as they can be read. */
    static List<Explained> of(String path, String text) {
        RuleTree tree = tree(path, text);
        List<Explained> said = new ArrayList<>();
        if (!tree.says().isEmpty()) {
            said.add(new Explained("", tree.says()));
        }
        tree.rules().forEach(rule -> rule(rule, said));
        return said;
    }

    static RuleTree tree(String path, String text) {
        RuleLines source = new RuleLines(path, text);
        return RuleParser.parse(source, path.substring(0, Math.max(0, path.indexOf('/'))), new FileProblems(source));
    }

    private static void rule(RuleNode rule, List<Explained> said) {
        rule.pattern().constraints().forEach(asked -> said.add(new Explained(
                asked.field().text() + " " + asked.operator().text() + " " + literals(asked.values()),
                "Only where " + ChanceField.find(asked.field().text()).map(ChanceField::words).orElse(asked.field().text()) + " "
                        + operator(asked.operator().text()) + " " + literals(asked.values()) + ".")));
        rule.statements().stream().flatMap(statement -> statement.calls().stream()).forEach(call -> said.add(said(call)));
    }

    private static Explained said(Call call) {
        String written = call.word().text() + "(" + literals(call.arguments()) + ")";
        return new Explained(written, WORDS.stream()
                .filter(method -> method.getName().equals(call.word().text()))
                .filter(method -> method.getParameterCount() == call.arguments().size() || method.isVarArgs())
                .findFirst()
                .map(method -> method.getAnnotation(Word.class).value())
                .orElse(""));
    }

    private static String literals(List<Literal> literals) {
        return literals.stream().map(literal -> String.valueOf(literal.value())).collect(Collectors.joining(", "));
    }

    private static String operator(String written) {
        return switch (written) {
            case "==" -> "is";
            case "!=" -> "is not";
            case "in" -> "is one of";
            case "not in" -> "is none of";
            case "contains" -> "has";
            case "not contains" -> "has not";
            case "<" -> "is below";
            case "<=" -> "is at most";
            case ">" -> "is above";
            case ">=" -> "is at least";
            default -> written;
        };
    }
}
