package dev.plaindeal.stack;

import dev.plaindeal.model.Offer;
import dev.plaindeal.price.Goods;
import dev.plaindeal.price.Ledger;
import dev.plaindeal.price.Outcome.Taken;
import dev.plaindeal.price.Pricer;
import java.util.List;
import java.util.Optional;

/** What a stack would save if one of its offers were changed or left out: what an edit costs on this basket. */
public final class Edits {

    private Edits() {}

    /** Minor units saved without the offer at this place of the stack. */
    public static long savedWithout(Goods goods, Stack stack, int index) {
        return saved(goods, stack, index, Optional.empty());
    }

    /** Minor units saved with another offer in the place of this one. */
    public static long savedWith(Goods goods, Stack stack, int index, Offer instead) {
        return saved(goods, stack, index, Optional.of(instead));
    }

    private static long saved(Goods goods, Stack stack, int index, Optional<Offer> instead) {
        Ledger ledger = goods.open();
        long[] finals = stack.end().linePrices();
        List<Kept> kept = stack.kept();
        long saved = 0;
        for (int i = 0; i < kept.size(); i++) {
            if (i == index && instead.isEmpty()) {
                continue;
            }
            Offer offer = i == index ? instead.get() : kept.get(i).offer();
            Pricer.Step step = Pricer.apply(ledger, offer, kept.get(i).conventions(), finals);
            ledger = step.ledger();
            saved += step.outcome() instanceof Taken money ? money.discount() : 0;
        }
        return saved;
    }
}
