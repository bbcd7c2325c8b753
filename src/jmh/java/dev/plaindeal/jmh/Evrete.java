package dev.plaindeal.jmh;

import dev.plaindeal.basket.Basket;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.evrete.KnowledgeService;
import org.evrete.api.FactBuilder;
import org.evrete.api.Knowledge;
import org.evrete.api.RhsContext;
import org.evrete.api.StatelessSession;
import org.evrete.api.builders.LhsBuilder;
import org.evrete.api.builders.RuleSetBuilder;

/** Evrete: conditions on single facts, salience by layer, the threshold asked when a rule fires. */
final class Evrete {

    private static final int LAYER = 100_000;

    /** Handing work to threads of its own, as it does by default, costs it two to five times as much on baskets this small. */
    private final KnowledgeService service = KnowledgeService.builder().withExecutor(new CallingThread()).build();
    private final Knowledge knowledge;

    Evrete(List<Deal> deals) {
        RuleSetBuilder<Knowledge> rules = service.newKnowledge().builder();
        for (int i = 0; i < deals.size(); i++) {
            rule(rules, deals.get(i), i);
        }
        knowledge = rules.build();
    }

    private static void rule(RuleSetBuilder<Knowledge> rules, Deal deal, int place) {
        Deal.Found found = deal.found();
        LhsBuilder<Knowledge> facts = rules.newRule(deal.id())
                .salience(-deal.layer().ordinal() * LAYER - place)
                .forEach(facts(found));
        if (!found.market().isEmpty()) {
            facts.where(equal(found.market()), "$cart.market");
        }
        if (!found.code().isEmpty()) {
            facts.where(equal(found.code()), "$presented.code");
        }
        if (!found.store().isEmpty()) {
            facts.where(equal(found.store()), "$seller.store");
        }
        Consumer<RhsContext> consequence = context -> context.<Cart>get("$cart").apply(deal);
        facts.execute(consequence);
    }

    private static Predicate<Object[]> equal(String wanted) {
        return values -> wanted.equals(values[0]);
    }

    private static FactBuilder[] facts(Deal.Found found) {
        FactBuilder cart = FactBuilder.fact("$cart", Cart.class);
        FactBuilder presented = FactBuilder.fact("$presented", Cart.Presented.class);
        FactBuilder seller = FactBuilder.fact("$seller", Cart.Seller.class);
        return switch (found.kind()) {
            case STORE_ITEMS, STORE_BASKET -> new FactBuilder[] {cart, seller};
            case STORE_COUPON -> new FactBuilder[] {cart, presented, seller};
            case PLATFORM_BASKET -> new FactBuilder[] {cart};
            case PLATFORM_COUPON -> new FactBuilder[] {cart, presented};
        };
    }

    long total(Basket basket) {
        Cart cart = new Cart(basket);
        StatelessSession session = knowledge.newStatelessSession();
        session.insert(cart);
        basket.codes().forEach(code -> session.insert(new Cart.Presented(code)));
        Set<String> stores = new HashSet<>();
        basket.lines().forEach(line -> stores.add(line.store()));
        stores.forEach(store -> session.insert(new Cart.Seller(store)));
        session.fire();
        return cart.pay();
    }

    void close() {
        service.shutdown();
    }
}
