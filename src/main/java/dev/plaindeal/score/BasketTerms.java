package dev.plaindeal.score;

import dev.plaindeal.model.Basket;
import dev.plaindeal.model.Channel;
import dev.plaindeal.model.Line;
import dev.plaindeal.stack.Kept;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Reads what is kept in a basket as structured terms, so that the same score serves promotions that exist and those a
 * content system only thinks of. In a live stream the terms are heard, elsewhere they are seen.
 *
 * <p>Made once for a basket; immutable.
 */
public final class BasketTerms {

    private final Basket basket;
    private final Optional<Context> context;
    private final int stores;
    private final long units;

    private BasketTerms(Basket basket) {
        this.basket = basket;
        this.stores = (int) basket.lines().stream().map(Line::store).distinct().count();
        long count = 0;
        for (Line line : basket.lines()) {
            count += line.quantity();
        }
        this.units = count;
        this.context = context(basket, count);
    }

    /** Lays a basket out. */
    public static BasketTerms of(Basket basket) {
        return new BasketTerms(basket);
    }

    /** A basket of nothing but free things has no price to work out. */
    private static Optional<Context> context(Basket basket, long units) {
        long price = basket.subtotal() == 0 ? basket.shippingFees() : basket.subtotal();
        if (price == 0) {
            return Optional.empty();
        }
        return Optional.of(new Context(
                Numeral.of(BigDecimal.valueOf(price, basket.currency().digits())),
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

    /** The terms of these offers together, or empty when there is nothing to work out. */
    public Optional<Terms> of(List<Kept> kept) {
        return kept.isEmpty() ? Optional.empty() : context.map(around -> new Terms(around, kept.stream().map(this::layer).toList()));
    }

    /** The terms of one automatic amount, or empty when nothing is saved. */
    public Optional<Terms> ofAmount(long saved) {
        return saved == 0 ? Optional.empty() : context.map(around -> new Terms(around, List.of(amount(saved))));
    }

    private LayerTerms amount(long saved) {
        return LayerTerms.of(Kind.AMOUNT)
                .value(Numeral.of(BigDecimal.valueOf(saved, basket.currency().digits())))
                .build();
    }

    private LayerTerms layer(Kept kept) {
        return OfferTerms.of(
                kept.offer().terms(),
                kept.conventions(),
                basket.currency(),
                new OfferTerms.Surroundings(
                        basket.market(), stores, units, !kept.offer().store().isEmpty(), kept.offer().key()));
    }
}
