package dev.plaindeal.jmh;

import dev.plaindeal.basket.Basket;
import dev.plaindeal.model.Chance;
import dev.plaindeal.model.Chances;
import dev.plaindeal.offer.Offer;
import dev.plaindeal.offer.Promotion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.kie.api.KieBase;
import org.kie.api.io.ResourceType;
import org.kie.api.runtime.KieSession;
import org.kie.internal.utils.KieHelper;

/**
 * The bare floor: Drools by its own handbook on the same rules and the same facts, at its best. All rules in one base, one
 * pattern each with the equality that finds it first, consequences in Java, which run sooner than in MVEL, a session for
 * each basket, facts in, fire, and each rule that fires hands its offer to a global. Public because the rules reach it.
 */
public final class BareDrools {

    private final KieBase base;
    private final Map<String, Promotion> promotions;

    BareDrools(List<Deal> deals, Map<String, Promotion> promotions) {
        StringBuilder text = new StringBuilder("package bare\nimport dev.plaindeal.model.*\ndialect \"java\"\n"
                + "global dev.plaindeal.jmh.BareDrools.Offers offers\n\n");
        for (Deal deal : deals) {
            text.append("rule \"").append(deal.id()).append("\"\nwhen\n    $chance : ").append(RuleText.pattern(deal.found()))
                    .append("\nthen\n    offers.promise(\"").append(deal.id()).append("\", $chance);\nend\n\n");
        }
        this.base = new KieHelper().addContent(text.toString(), ResourceType.DRL).build();
        this.promotions = promotions;
    }

    /** Where offers go. */
    public final class Offers {
        private final List<Offer> all = new ArrayList<>();

        /** A rule fired for this chance. */
        public void promise(String id, Chance chance) {
            all.add(new Offer(id, 0, promotions.get(id).offers().get(0), chance.storeId(), chance.presentedCode()));
        }
    }

    List<Offer> offers(Basket basket) {
        Offers offers = new Offers();
        KieSession session = base.newKieSession();
        try {
            session.setGlobal("offers", offers);
            Chances.in(basket).all().forEach(session::insert);
            session.fireAllRules();
        } finally {
            session.dispose();
        }
        return offers.all;
    }
}
