package dev.plaindeal.rules.drools;

import dev.plaindeal.rules.grammar.FactFields;
import java.util.List;
import java.util.function.BiFunction;
import org.kie.api.KieBase;
import org.kie.api.KieServices;

/**
 * How Drools is given rules: as objects. Tests give it the same rules as text too, so that an object means what Drools' own
 * language means by the text it stands for.
 */
public final class Build {

    /** As objects, see {@link DroolsModel}. */
    public static final Build MODEL = new Build(Build::model);

    private final BiFunction<List<LoadedRule>, FactFields, KieBase> compiler;

    /** The compiler is given rules and the fields of the facts they ask. */
    Build(BiFunction<List<LoadedRule>, FactFields, KieBase> compiler) {
        this.compiler = compiler;
    }

    /**
     * Compiles rules.
     *
     * @param fields of the facts they ask
     */
    KieBase compile(List<LoadedRule> rules, FactFields fields) {
        return compiler.apply(rules, fields);
    }

    private static KieBase model(List<LoadedRule> rules, FactFields fields) {
        return new DroolsModel(fields).base(rules, KieServices.get().newKieBaseConfiguration(null, ClassFence.FENCE));
    }
}
