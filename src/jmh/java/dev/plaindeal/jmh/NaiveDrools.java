package dev.plaindeal.jmh;

import dev.plaindeal.basket.Basket;
import dev.plaindeal.policy.Layer;
import java.util.List;
import org.kie.api.KieBase;
import org.kie.api.io.ResourceType;
import org.kie.api.runtime.KieSession;
import org.kie.internal.utils.KieHelper;

/**
 * What most tutorials do: rules join the basket with what triggers them and modify it, each layer is an agenda group,
 * salience orders the rest, and a fact remembers who has had a turn.
 */
final class NaiveDrools {

    private final KieBase base;

    NaiveDrools(List<Deal> deals) {
        StringBuilder text = new StringBuilder("package naive\nimport dev.plaindeal.jmh.Cart\n"
                + "import dev.plaindeal.jmh.Cart.Presented\nimport dev.plaindeal.jmh.Cart.Done\ndialect \"mvel\"\n\n");
        for (int i = 0; i < deals.size(); i++) {
            rule(text, deals.get(i), i);
        }
        base = new KieHelper().addContent(text.toString(), ResourceType.DRL).build();
    }

    private static void rule(StringBuilder text, Deal deal, int place) {
        Deal.Found found = deal.found();
        String market = found.market().isEmpty() ? "" : "market == \"" + found.market() + "\", ";
        text.append("rule \"").append(deal.id()).append("\" agenda-group \"").append(deal.layer()).append("\" salience -")
                .append(place).append("\nwhen\n    $cart : Cart( ").append(market)
                .append("spent(\"").append(found.store()).append("\") >= ").append(deal.from()).append(" )\n");
        if (!found.code().isEmpty()) {
            text.append("    Presented( code == \"").append(found.code()).append("\" )\n");
        }
        text.append("    not Done( id == \"").append(deal.id()).append("\" )\nthen\n    insert( new Done(\"")
                .append(deal.id()).append("\") );\n    modify( $cart ) { take(\"").append(found.store()).append("\", ")
                .append(deal.percent()).append(", ").append(deal.cents()).append("L, ").append(deal.most())
                .append("L) };\nend\n\n");
    }

    long total(Basket basket) {
        KieSession session = base.newKieSession();
        try {
            Cart cart = new Cart(basket);
            session.insert(cart);
            basket.codes().forEach(code -> session.insert(new Cart.Presented(code)));
            Layer[] layers = Layer.values();
            for (int i = layers.length - 1; i >= 0; i--) {
                session.getAgenda().getAgendaGroup(layers[i].name()).setFocus();
            }
            session.fireAllRules();
            return cart.pay();
        } finally {
            session.dispose();
        }
    }
}
