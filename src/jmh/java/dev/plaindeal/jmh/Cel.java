package dev.plaindeal.jmh;

import dev.cel.common.CelValidationException;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.plaindeal.basket.Basket;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The Common Expression Language: the condition of every promotion is an expression compiled once, asked in the order of the layers, and
 * what it takes off is taken in Java.
 */
final class Cel {

    private static final String ALL = "";

    private record Compiled(Deal deal, CelRuntime.Program condition) {}

    private final List<Compiled> rules = new ArrayList<>();

    Cel(List<Deal> deals) {
        CelCompiler compiler = CelCompilerFactory.standardCelCompilerBuilder()
                .addVar("market", SimpleType.STRING)
                .addVar("codes", ListType.create(SimpleType.STRING))
                .addVar("spent", MapType.create(SimpleType.STRING, SimpleType.INT))
                .build();
        CelRuntime runtime = CelRuntimeFactory.standardCelRuntimeBuilder().build();
        deals.stream().sorted(Comparator.comparing(Deal::layer)).forEach(deal -> rules.add(compiled(deal, compiler, runtime)));
    }

    private static Compiled compiled(Deal deal, CelCompiler compiler, CelRuntime runtime) {
        try {
            return new Compiled(deal, runtime.createProgram(compiler.compile(condition(deal)).getAst()));
        } catch (CelValidationException | CelEvaluationException wrong) {
            throw new IllegalStateException(wrong);
        }
    }

    /** What finds it first, as a person would write it. */
    static String condition(Deal deal) {
        Deal.Found found = deal.found();
        List<String> all = new ArrayList<>();
        if (!found.code().isEmpty()) {
            all.add("'" + found.code() + "' in codes");
        }
        if (!found.market().isEmpty()) {
            all.add("market == '" + found.market() + "'");
        }
        all.add("'" + found.store() + "' in spent");
        all.add("spent['" + found.store() + "'] >= " + deal.from());
        return String.join(" && ", all);
    }

    long total(Basket basket) {
        Cart cart = new Cart(basket);
        Map<String, Long> spent = new HashMap<>();
        basket.lines().forEach(line -> spent.put(line.store(), cart.spent(line.store())));
        spent.put(ALL, cart.spent(ALL));
        Map<String, Object> facts = Map.of("market", basket.market(), "codes", basket.codes(), "spent", spent);
        for (Compiled rule : rules) {
            if (holds(rule, facts)) {
                cart.apply(rule.deal());
                spent.replaceAll((store, before) -> cart.spent(store));
            }
        }
        return cart.pay();
    }

    private static boolean holds(Compiled rule, Map<String, Object> facts) {
        try {
            return (boolean) rule.condition().eval(facts);
        } catch (CelEvaluationException wrong) {
            throw new IllegalStateException(wrong);
        }
    }
}
