package dev.plaindeal.score;

import dev.plaindeal.model.Basket;
import dev.plaindeal.model.Channel;
import dev.plaindeal.model.Line;
import dev.plaindeal.model.Offer;
import dev.plaindeal.stack.Kept;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads what is kept in a basket as structured terms, so that the same score serves promotions that exist and those a
 * content system only thinks of. In a live stream the terms are heard, elsewhere they are seen.
 *
 * <p>Made once for a basket; belongs to one thread, what it hands out is immutable.
 */
public final class BasketTerms {

    private final Basket basket;
    /** Read when first asked for: a basket too large to be scored is priced all the same. */
    private @Nullable Optional<Context> context;
    /** What a store's offer counts for: with one store its part is the whole order. */
    private final Reach reach;
    private final long units;
    /** A stack and each of its offers are scored, and stacks share offers: the terms of each are read once. */
    private final Map<Offer, LayerTerms> layers = new IdentityHashMap<>();

    private BasketTerms(Basket basket) {
        this.basket = basket;
        boolean several = false;
        long count = 0;
        for (Line line : basket.lines()) {
            several |= !line.store().equals(basket.lines().get(0).store());
            count += line.quantity();
        }
        this.reach = several ? Reach.STORE : Reach.ORDER;
        this.units = count;
    }

    /** Lays a basket out. */
    public static BasketTerms of(Basket basket) {
        return new BasketTerms(basket);
    }

    private Optional<Context> context() {
        Optional<Context> known = context;
        if (known == null) {
            known = context(basket, units);
            context = known;
        }
        return known;
    }

    /** A basket of nothing but free things has no price to work out. */
    private static Optional<Context> context(Basket basket, long units) {
        long price = basket.subtotal() == 0 ? basket.shippingFees() : basket.subtotal();
        if (price == 0) {
            return Optional.empty();
        }
        return Optional.of(new Context(
                Numeral.of(price, basket.currency().digits()),
                (int) Math.min(units, Integer.MAX_VALUE),
                basket.currency(),
                false,
                false,
                false,
                true,
                basket.channel() == Channel.LIVE,
                Select.ALL,
                basket.market()));
    }

    /**
     * The terms of these offers together, or empty when there is nothing to work out.
     *
     * @throws IllegalArgumentException when an amount is too large to be scored, see {@link Numeral}
     */
    public Optional<Terms> of(List<Kept> kept) {
        if (kept.isEmpty() || context().isEmpty()) {
            return Optional.empty();
        }
        LayerTerms[] all = new LayerTerms[kept.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = layer(kept.get(i));
        }
        return Optional.of(new Terms(context().get(), List.of(all)));
    }

    /**
     * The terms of one automatic amount, or empty when nothing is saved.
     *
     * @throws IllegalArgumentException when an amount is too large to be scored, see {@link Numeral}
     */
    public Optional<Terms> ofAmount(long saved) {
        return saved == 0 ? Optional.empty() : context().map(around -> new Terms(around, List.of(amount(saved))));
    }

    private LayerTerms amount(long saved) {
        return LayerTerms.of(Kind.AMOUNT)
                .value(Numeral.of(saved, basket.currency().digits()))
                .build();
    }

    private LayerTerms layer(Kept kept) {
        LayerTerms known = layers.get(kept.offer());
        if (known == null) {
            known = read(kept);
            layers.put(kept.offer(), known);
        }
        return known;
    }

    private LayerTerms read(Kept kept) {
        return OfferTerms.of(
                kept.offer().terms(),
                kept.conventions(),
                basket.currency(),
                new OfferTerms.Surroundings(
                        basket.market(), reach, units, !kept.offer().store().isEmpty(), kept.offer().key()));
    }
}
