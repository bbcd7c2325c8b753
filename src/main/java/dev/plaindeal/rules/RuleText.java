package dev.plaindeal.rules;

import dev.plaindeal.model.Word;
import dev.plaindeal.problem.Place;
import dev.plaindeal.rules.grammar.RuleLines;
import dev.plaindeal.rules.grammar.RuleTree.Call;
import dev.plaindeal.rules.grammar.RuleTree.Constraint;
import dev.plaindeal.rules.grammar.RuleTree.LineNode;
import dev.plaindeal.rules.grammar.RuleTree.Literal;
import dev.plaindeal.rules.grammar.RuleTree.RuleNode;
import java.util.List;

/**
 * One rule as its file has it: what it asks and says, and where each part stands, so that a finding can point at it.
 *
 * @param id its name
 * @param folder the folder below the rules folder
 * @param name where its name stands
 * @param pattern where its pattern begins
 * @param asks its conditions, in the order written
 * @param lines what else it asks of the basket, in the order written
 * @param statements what it says after {@code then}, word by word
 */
public record RuleText(
        String id,
        String folder,
        Place name,
        Place pattern,
        List<Asked> asks,
        List<AskedLine> lines,
        List<List<Spoken>> statements) {

    /**
     * A condition.
     *
     * @param field the field it is about
     * @param at where the field stands
     * @param values where each value stands
     */
    public record Asked(String field, Place at, List<Place> values) {}

    /**
     * A pattern behind the first.
     *
     * @param at where the name of its fact stands
     * @param asks its conditions, those beside another pattern too, in the order written
     */
    public record AskedLine(Place at, List<Asked> asks) {

        /** Where it asks for a field, the last time if it does so more than once, or where it stands if it does not. */
        public Place at(String field) {
            return asks.stream().filter(asked -> asked.field().equals(field)).reduce((one, next) -> next).map(Asked::at).orElse(at);
        }
    }

    /**
     * A word said.
     *
     * @param word the word
     * @param at where it stands
     * @param arguments what stands between its brackets: texts, whole numbers, true or false
     * @param argumentsAt where each of them stands
     */
    public record Spoken(String word, Place at, List<Object> arguments, List<Place> argumentsAt) {

        /** The argument at this index as a text; a number as its digits. */
        public String text(int index) {
            return String.valueOf(arguments.get(index));
        }
    }

    /** The statements of a promotion that say what is taken off, in the order written: one for each of its offers. */
    public List<List<Spoken>> savings() {
        return statements.stream().filter(RuleText::namesSaving).toList();
    }

    /** The words of the statements that hold for all its offers. */
    public List<Spoken> forAll() {
        return statements.stream().filter(words -> !namesSaving(words)).flatMap(List::stream).toList();
    }

    private static boolean namesSaving(List<Spoken> words) {
        return words.stream().anyMatch(spoken -> RuleReader.PROMISES.settles(spoken.word(), Word.SAVING));
    }

    static RuleText of(String folder, RuleNode rule, RuleLines source) {
        return new RuleText(
                rule.name().text(),
                folder,
                source.place(rule.name().at()),
                source.place(rule.pattern().variable().at()),
                rule.pattern().constraints().stream().map(c -> asked(c, source)).toList(),
                rule.lines().stream().map(line -> asked(line, source)).toList(),
                rule.statements().stream()
                        .map(s -> s.calls().stream().map(call -> spoken(call, source)).toList())
                        .toList());
    }

    private static AskedLine asked(LineNode line, RuleLines source) {
        return new AskedLine(
                source.place(line.pattern().fact().at()),
                line.pattern().constraints().stream().map(c -> asked(c, source)).toList());
    }

    private static Asked asked(Constraint constraint, RuleLines source) {
        return new Asked(
                constraint.field().text(),
                source.place(constraint.field().at()),
                constraint.values().stream().map(value -> source.place(value.at())).toList());
    }

    private static Spoken spoken(Call call, RuleLines source) {
        return new Spoken(
                call.word().text(),
                source.place(call.word().at()),
                call.arguments().stream().map(Literal::value).toList(),
                call.arguments().stream().map(argument -> source.place(argument.at())).toList());
    }
}
