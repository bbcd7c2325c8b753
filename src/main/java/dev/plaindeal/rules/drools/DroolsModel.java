package dev.plaindeal.rules.drools;

import dev.plaindeal.model.Line;
import dev.plaindeal.offer.Condition.Operator;
import dev.plaindeal.offer.Condition;
import dev.plaindeal.offer.LinePattern.Join;
import dev.plaindeal.offer.LinePattern;
import dev.plaindeal.rules.grammar.FactField;
import dev.plaindeal.rules.grammar.FactFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.drools.model.AlphaIndex;
import org.drools.model.DSL;
import org.drools.model.Index.ConstraintType;
import org.drools.model.PatternDSL.PatternDef;
import org.drools.model.PatternDSL;
import org.drools.model.Rule;
import org.drools.model.RuleItemBuilder;
import org.drools.model.Variable;
import org.drools.model.functions.Block0;
import org.drools.model.functions.Function1;
import org.drools.model.functions.HashedExpression;
import org.drools.model.functions.Predicate1;
import org.drools.model.functions.Predicate2;
import org.drools.model.impl.ModelImpl;
import org.drools.model.view.ExprViewItem;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;
import org.kie.api.KieBaseConfiguration;

/**
 * Rules handed to Drools as the objects that it makes of rule text itself: nothing to parse, no code to generate, no class
 * to load. A tenth of the time of a build from text.
 *
 * <p>Every part names itself by the text it stands for, so that rules which ask the same share a node; asked for a name,
 * Drools would else look for one in the bytecode.
 */
final class DroolsModel {

    private static final String PACKAGE = "dev.plaindeal.book";

    private final FactFields fields;

    DroolsModel(FactFields fields) {
        this.fields = fields;
    }

    /** A base of these rules. */
    KieBase base(List<LoadedRule> rules, KieBaseConfiguration configuration) {
        ModelImpl model = new ModelImpl();
        rules.forEach(rule -> model.addRule(rule(rule)));
        return KieBaseBuilder.createKieBaseFromModel(model, configuration);
    }

    private Rule rule(LoadedRule rule) {
        List<Bound<?>> before = new ArrayList<>();
        List<RuleItemBuilder<?>> parts = new ArrayList<>();
        parts.add(first(rule, rule.fact(), before));
        parts.addAll(lines(rule.lines(), 0, before));
        parts.add(DSL.execute(Nothing.HAPPENS));
        return PatternDSL.rule(PACKAGE, rule.id()).build(parts.toArray(RuleItemBuilder<?>[]::new));
    }

    /** A pattern of a rule: what it is called, and the class of its fact. */
    private record Bound<U>(Variable<U> variable, Class<U> fact) {}

    private <T> PatternDef<T> first(LoadedRule rule, Class<T> fact, List<Bound<?>> before) {
        Variable<T> variable = DSL.declarationOf(fact, "fact");
        before.add(new Bound<>(variable, fact));
        return asking(PatternDSL.pattern(variable), rule.conditions(), fact);
    }

    private <T> PatternDef<T> asking(PatternDef<T> pattern, List<Condition> conditions, Class<T> fact) {
        PatternDef<T> asking = pattern;
        for (Condition condition : conditions) {
            asking = asking(asking, condition, fact);
        }
        return asking;
    }

    /**
     * The lines from this one on. A line with a name has to be there, whichever it is, so it and what is asked beside it exist
     * together: a rule matches a chance once, however many lines would do.
     */
    private List<ExprViewItem<?>> lines(List<LinePattern> lines, int from, List<Bound<?>> before) {
        List<ExprViewItem<?>> parts = new ArrayList<>();
        for (int i = from; i < lines.size(); i++) {
            LinePattern line = lines.get(i);
            PatternDef<Line> pattern = line(line, before);
            switch (line.presence()) {
                case EXISTS -> parts.add(DSL.exists(pattern));
                case NOT -> parts.add(DSL.not(pattern));
                case NAMED -> {
                    parts.add(DSL.exists(pattern, lines(lines, i + 1, before).toArray(ExprViewItem<?>[]::new)));
                    return parts;
                }
            }
        }
        return parts;
    }

    private PatternDef<Line> line(LinePattern line, List<Bound<?>> before) {
        Variable<Line> variable = DSL.declarationOf(Line.class, "line" + before.size());
        PatternDef<Line> pattern = asking(PatternDSL.pattern(variable), line.conditions(), Line.class);
        for (Join join : line.joins()) {
            pattern = beside(pattern, join, before.get(join.pattern()));
        }
        before.add(new Bound<>(variable, Line.class));
        return pattern;
    }

    private <U> PatternDef<Line> beside(PatternDef<Line> pattern, Join join, Bound<U> other) {
        FactField field = fields.get(Line.class, join.field());
        FactField there = fields.get(other.fact(), join.other());
        String text = DrlWriter.join(join);
        Beside<U> met = new Beside<>(join.operator(), field, there, text);
        return join.operator() == Operator.IS && field.type() == FactField.Type.TEXT
                ? pattern.expr(text, other.variable(), met, PatternDSL.betaIndexedBy(
                        String.class, ConstraintType.EQUAL, 0, new FieldValue<>(field), new FieldValue<U>(there)))
                : pattern.expr(text, other.variable(), met);
    }

    private <T> PatternDef<T> asking(PatternDef<T> pattern, Condition condition, Class<T> fact) {
        FactField field = fields.get(fact, condition.field());
        String text = DrlWriter.condition(condition);
        Met<T> met = new Met<>(condition, field, text);
        return condition.operator() == Operator.IS && field.type() == FactField.Type.TEXT
                ? pattern.expr(text, met, index(condition, field, fields.of(fact)))
                : pattern.expr(text, met);
    }

    /** By it one look into a table finds the rules that ask for this value, whatever their number. */
    private static <T> AlphaIndex<T, String> index(Condition condition, FactField field, Map<String, FactField> byName) {
        int place = new TreeMap<>(byName).headMap(field.name()).size();
        String value = (String) condition.values().get(0);
        return PatternDSL.alphaIndexedBy(String.class, ConstraintType.EQUAL, place, new FieldValue<>(field), value);
    }

    /** Whether a line and what stands before it compare so. */
    private record Beside<U>(Operator operator, FactField field, FactField there, String text)
            implements Predicate2<Line, U>, HashedExpression {
        @Override
        public boolean test(Line line, U other) {
            return new Condition(field.name(), operator, List.of(there.of(other))).meets(field.of(line));
        }

        @Override
        public String getExpressionHash() {
            return text;
        }
    }

    /** Whether a fact meets a condition. */
    private record Met<T>(Condition condition, FactField field, String text) implements Predicate1<T>, HashedExpression {
        @Override
        public boolean test(T fact) {
            return condition.meets(field.of(fact));
        }

        @Override
        public String getExpressionHash() {
            return text;
        }
    }

    /** What a fact holds. */
    private record FieldValue<T>(FactField field) implements Function1<T, String>, HashedExpression {
        @Override
        public String apply(T fact) {
            return (String) field.of(fact);
        }

        @Override
        public String getExpressionHash() {
            return field.name();
        }
    }

    /** What stands after {@code then}. */
    private enum Nothing implements Block0, HashedExpression {
        HAPPENS;

        @Override
        public void execute() {}

        @Override
        public String getExpressionHash() {
            return name();
        }
    }
}
