package dev.plaindeal.stack;

import dev.plaindeal.model.Basket;
import dev.plaindeal.model.Line;
import dev.plaindeal.model.Offer;
import dev.plaindeal.price.Bounds;
import dev.plaindeal.price.Goods;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps the offers that are weighed to a number that can be: of more, those that could save most. No shop comes near it; a
 * rule that matches each of a thousand stores in one basket does.
 */
final class Crowd {

    /** Offers weighed at most; a search is as deep as there are offers. */
    static final int MOST = 1_000;

    private final List<Offer> weighed;
    private final long others;

    private Crowd(List<Offer> weighed, long others) {
        this.weighed = weighed;
        this.others = others;
    }

    /** The offers weighed, in the order given where they are all of them; the others are refused. */
    static Crowd of(Goods goods, List<Offer> offers, List<Refusal> refused) {
        if (offers.size() <= MOST) {
            return new Crowd(offers, 0);
        }
        List<Promising> promising = promising(goods, offers);
        long others = 0;
        for (Promising late : promising.subList(MOST, promising.size())) {
            refused.add(Refusal.of(late.offer(), Reason.NOT_TRIED, "More offers meet this basket than can be weighed."));
            others = Math.min(Basket.LARGEST_TOTAL, others + late.most());
        }
        return new Crowd(promising.subList(0, MOST).stream().map(Promising::offer).toList(), others);
    }

    private static List<Promising> promising(Goods goods, List<Offer> offers) {
        Map<String, Long> byStore = new HashMap<>();
        for (Line line : goods.basket().lines()) {
            byStore.merge(line.store(), line.listPrice(), Long::sum);
        }
        List<Promising> promising = new ArrayList<>(offers.size());
        for (Offer offer : offers) {
            long price = offer.store().isEmpty() ? goods.listTotal() : byStore.getOrDefault(offer.store(), 0L);
            promising.add(new Promising(offer, Bounds.most(goods, offer, price)));
        }
        promising.sort(Comparator.comparingLong(Promising::most).reversed().thenComparing(Promising::offer, Candidates.NAMES));
        return promising;
    }

    private record Promising(Offer offer, long most) {}

    List<Offer> weighed() {
        return weighed;
    }

    /** Minor units that the others could save at most. */
    long others() {
        return others;
    }
}
