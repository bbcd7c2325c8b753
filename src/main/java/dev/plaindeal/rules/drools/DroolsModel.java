package dev.plaindeal.rules.drools;

import dev.plaindeal.offer.Condition.Operator;
import dev.plaindeal.offer.Condition;
import dev.plaindeal.rules.grammar.FactField;
import dev.plaindeal.rules.grammar.FactFields;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.drools.model.AlphaIndex;
import org.drools.model.DSL;
import org.drools.model.Index.ConstraintType;
import org.drools.model.PatternDSL.PatternDef;
import org.drools.model.PatternDSL;
import org.drools.model.Rule;
import org.drools.model.functions.Block0;
import org.drools.model.functions.Function1;
import org.drools.model.functions.HashedExpression;
import org.drools.model.functions.Predicate1;
import org.drools.model.impl.ModelImpl;
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
        Map<String, FactField> byName = fields.of(rule.fact());
        PatternDef<?> pattern = PatternDSL.pattern(DSL.declarationOf(rule.fact(), "fact"));
        for (Condition condition : rule.conditions()) {
            pattern = asking(pattern, condition, byName);
        }
        return PatternDSL.rule(PACKAGE, rule.id()).build(pattern, DSL.execute(Nothing.HAPPENS));
    }

    private static <T> PatternDef<T> asking(PatternDef<T> pattern, Condition condition, Map<String, FactField> byName) {
        FactField field = byName.get(condition.field());
        String text = DrlWriter.condition(condition);
        Met<T> met = new Met<>(condition, field, text);
        return condition.operator() == Operator.IS && field.type() == FactField.Type.TEXT
                ? pattern.expr(text, met, index(condition, field, byName))
                : pattern.expr(text, met);
    }

    /** By it one look into a table finds the rules that ask for this value, whatever their number. */
    private static <T> AlphaIndex<T, String> index(Condition condition, FactField field, Map<String, FactField> byName) {
        int place = new TreeMap<>(byName).headMap(field.name()).size();
        String value = (String) condition.values().get(0);
        return PatternDSL.alphaIndexedBy(String.class, ConstraintType.EQUAL, place, new FieldValue<>(field), value);
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
