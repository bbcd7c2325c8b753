package dev.plaindeal.jmh;

import dev.plaindeal.basket.Basket;
import java.util.List;
import java.util.Set;
import org.jeasy.rules.api.Facts;
import org.jeasy.rules.api.Rules;
import org.jeasy.rules.core.DefaultRulesEngine;
import org.jeasy.rules.core.RuleBuilder;

/** Easy Rules: every rule is asked, in order of priority, and changes the basket. */
final class Easy {

    private final Rules rules = new Rules();
    private final DefaultRulesEngine engine = new DefaultRulesEngine();

    Easy(List<Deal> deals) {
        for (int i = 0; i < deals.size(); i++) {
            Deal deal = deals.get(i);
            rules.register(new RuleBuilder()
                    .name(deal.id())
                    .priority(deal.layer().ordinal() * 100_000 + i)
                    .when(facts -> matches(deal, facts))
                    .then(facts -> facts.<Cart>get("cart").apply(deal))
                    .build());
        }
    }

    private static boolean matches(Deal deal, Facts facts) {
        Cart cart = facts.get("cart");
        Set<String> codes = facts.get("codes");
        Deal.Found found = deal.found();
        return (found.market().isEmpty() || found.market().equals(cart.getMarket()))
                && (found.code().isEmpty() || codes.contains(found.code()))
                && cart.spent(found.store()) >= deal.from();
    }

    long total(Basket basket) {
        Cart cart = new Cart(basket);
        Facts facts = new Facts();
        facts.put("cart", cart);
        facts.put("codes", Set.copyOf(basket.codes()));
        engine.fire(rules, facts);
        return cart.pay();
    }
}
