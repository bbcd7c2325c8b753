package dev.plaindeal.score;

import dev.plaindeal.basket.Basket;
import dev.plaindeal.basket.Channel;
import dev.plaindeal.basket.Line;
import dev.plaindeal.offer.Offer;
import dev.plaindeal.offer.StatementNames;
import dev.plaindeal.stack.Kept;
import dev.plaindeal.weights.BuyerView;
import dev.plaindeal.weights.MarketSetting;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads what is kept in a basket as structured terms, so that the same score serves promotions that exist and those a
 * content system only thinks of.
 *
 * <p>Made once for a basket. Thread-safe; what it hands out is immutable.
 */
public final class BasketTerms {

    private final Basket basket;
    private final MarketSetting setting;
    private final Supplier<BuyerView> view;
    /** Read when first asked for: a basket too large to be scored is priced all the same. */
    private volatile @Nullable Optional<PresentedContext> context;
    private volatile @Nullable Optional<PresentedContext> seen;
    /** What a store's offer counts for: with one store its part is the whole order. */
    private final LayerReach reach;
    private final long units;
    /** A stack and each of its offers are scored, and stacks share offers: the terms of each are read once. */
    private final Map<Offer, LayerTerms> layers = new IdentityHashMap<>(0);

    private BasketTerms(Basket basket, MarketSetting setting, Supplier<BuyerView> view) {
        this.basket = basket;
        this.setting = setting;
        this.view = view;
        long count = 0;
        for (Line line : basket.lines()) {
            count += line.quantity();
        }
        this.reach = basket.isOfSeveralStores() ? LayerReach.STORE : LayerReach.ORDER;
        this.units = count;
    }

    /** Lays a basket out, in a market that is so, for a buyer who sees this, which is asked for when it is needed. */
    public static BasketTerms of(Basket basket, MarketSetting setting, Supplier<BuyerView> view) {
        return new BasketTerms(basket, setting, view);
    }

    /** What the basket's buyers see. */
    public BuyerView view() {
        return view.get();
    }

    private Optional<PresentedContext> context() {
        Optional<PresentedContext> known = context;
        if (known == null) {
            known = context(basket, units);
            context = known;
        }
        return known;
    }

    /** A basket of nothing but free things has no price to work out. */
    private static Optional<PresentedContext> context(Basket basket, long units) {
        long price = basket.subtotal() == 0 ? basket.shippingFees() : basket.subtotal();
        if (price == 0) {
            return Optional.empty();
        }
        return Optional.of(new PresentedContext(
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

    /** The same for the buyers of the basket, who see what they see. */
    private Optional<PresentedContext> seen() {
        Optional<PresentedContext> known = seen;
        if (known == null) {
            known = context().map(bare -> bare.seenBy(view.get()));
            seen = known;
        }
        return known;
    }

    /**
     * The terms of these offers together as the basket's buyers see them, or empty when there is nothing to work out.
     *
     * @throws IllegalArgumentException when an amount is too large to be scored, see {@link Numeral}
     */
    public Optional<PresentedTerms> of(List<Kept> kept) {
        return kept.isEmpty() ? Optional.empty() : seen().map(context -> new PresentedTerms(context, layers(kept)));
    }

    /**
     * The terms of these offers together for a buyer in the basket's channel who is shown neither subtotal nor price to pay,
     * whatever the rules say of audiences: what a stack is chosen by, so that nobody pays another price because of what a page shows.
     *
     * @throws IllegalArgumentException when an amount is too large to be scored, see {@link Numeral}
     */
    public Optional<PresentedTerms> unaided(List<Kept> kept) {
        return kept.isEmpty() ? Optional.empty() : context().map(context -> new PresentedTerms(context, layers(kept)));
    }

    private synchronized List<LayerTerms> layers(List<Kept> kept) {
        LayerTerms[] all = new LayerTerms[kept.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = layer(kept.get(i));
        }
        return List.of(all);
    }

    /**
     * The terms of these offers with a name for each by which it can be told from the others: by its statement, by its
     * store.
     */
    public PresentedTerms named(PresentedTerms terms, List<Kept> kept) {
        List<LayerTerms> named = new ArrayList<>();
        for (int i = 0; i < kept.size(); i++) {
            named.add(terms.layers().get(i).edit().name(name(kept.get(i).offer(), kept)).build());
        }
        return new PresentedTerms(terms.context(), named);
    }

    private String name(Offer offer, List<Kept> kept) {
        List<dev.plaindeal.offer.OfferTerms> statements = new ArrayList<>();
        boolean severalStores = false;
        for (Kept other : kept) {
            if (other.offer().promotion().equals(offer.promotion())) {
                boolean sameStore = other.offer().store().equals(offer.store());
                severalStores |= !sameStore;
                statements.addAll(sameStore ? List.of(other.offer().terms()) : List.of());
            }
        }
        String promotion = severalStores ? offer.promotion() + " at " + offer.store() : offer.promotion();
        return StatementNames.in(promotion, offer.terms(), offer.part() + 1, statements, basket.currency());
    }

    /**
     * The terms of one automatic amount, or empty when nothing is saved.
     *
     * @throws IllegalArgumentException when an amount is too large to be scored, see {@link Numeral}
     */
    public Optional<PresentedTerms> ofAmount(long saved) {
        return saved == 0 ? Optional.empty() : seen().map(around -> new PresentedTerms(around, List.of(amount(saved))));
    }

    private LayerTerms amount(long saved) {
        return LayerTerms.of(LayerKind.AMOUNT)
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
        return OfferPresentation.of(
                kept.offer().terms(),
                kept.conventions(),
                basket.currency(),
                new OfferPresentation.Surroundings(
                        setting, reach, units, !kept.offer().store().isEmpty(), kept.offer().promotion()));
    }
}
