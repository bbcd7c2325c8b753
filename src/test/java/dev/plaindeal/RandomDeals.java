package dev.plaindeal;

import dev.plaindeal.model.OfferBuilder;
import dev.plaindeal.basket.Attributes;
import dev.plaindeal.basket.Basket;
import dev.plaindeal.basket.Buyer;
import dev.plaindeal.basket.Channel;
import dev.plaindeal.basket.Line;
import dev.plaindeal.basket.Remaining;
import dev.plaindeal.basket.Store;
import dev.plaindeal.model.PromotionWords;
import dev.plaindeal.money.Amounts;
import dev.plaindeal.money.Currency;
import dev.plaindeal.money.Money;
import dev.plaindeal.money.Percent;
import dev.plaindeal.offer.Benefit;
import dev.plaindeal.offer.ChanceKind;
import dev.plaindeal.offer.Offer;
import dev.plaindeal.offer.OfferTerms;
import dev.plaindeal.offer.Payout;
import dev.plaindeal.offer.Reward;
import dev.plaindeal.policy.Basis;
import dev.plaindeal.policy.Conventions;
import dev.plaindeal.policy.Layer;
import dev.plaindeal.policy.Policy;
import dev.plaindeal.policy.Strategy;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Baskets, offers and policies at random, small enough for brute force and mean enough to collide: few prices, so that
 * savings tie; thresholds near what is spent; units that several deals want.
 */
public final class RandomDeals {

    public static final Instant AT = Instant.parse("2026-11-22T12:00:00Z");

    private static final List<String> CURRENCIES = List.of("USD", "JPY", "KWD");
    private static final List<String> STORES = List.of("a", "b", "c");
    private static final List<String> SKUS = List.of("p", "q", "r", "s");
    private static final List<String> CATEGORIES = List.of("tea", "toy");
    /** What a line is: one of two kinds, both in either order, one that no offer names beside, or nothing told. */
    private static final List<List<String>> KINDS = List.of(
            List.of("tea"), List.of("toy"), List.of("tea"), List.of("toy"), List.of("tea", "toy"), List.of("toy", "tea"),
            List.of("set", "toy"), List.of());
    private static final List<String> BRANDS = List.of("x", "y");
    private static final List<String> MODES = List.of("half up", "half even", "down", "up");
    private static final List<String> SPARES =
            List.of("largest remainder", "first lines", "first lines rounded", "last line");
    private static final List<String> PERCENT_OF =
            List.of("list price", "running price", "price so far", "price before store-coupon", "price before item-price");
    private static final List<String> MEASURED_ON = List.of(
            "list price", "running price", "price so far", "final price", "price before store-threshold");

    private final Random random;
    /** Of its own, so that what was found by a seed is still what it was. */
    private final Random spreads;
    private List<String> spares = SPARES;
    private boolean firstInBasket = true;

    public RandomDeals(long seed) {
        this.random = new Random(seed);
        this.spreads = new Random(~seed);
    }

    /** From now on nothing asks that earlier lines come first. */
    public RandomDeals inAnyOrder() {
        spares = List.of(SPARES.get(0));
        firstInBasket = false;
        return this;
    }

    public Random random() {
        return random;
    }

    /** 1 to {@code mostLines} lines of 1 to 3 stores. */
    public Basket basket(int mostLines) {
        Currency currency = Currency.of(pick(CURRENCIES));
        int stores = 1 + random.nextInt(3);
        List<Line> lines = new ArrayList<>();
        int count = 1 + random.nextInt(mostLines);
        for (int i = 0; i < count; i++) {
            lines.add(line("l" + i, STORES.get(random.nextInt(stores)), currency));
        }
        Map<String, Money> fees = new TreeMap<>();
        for (int i = 0; i < stores; i++) {
            String store = STORES.get(i);
            if (random.nextInt(3) > 0 && lines.stream().anyMatch(line -> line.store().equals(store))) {
                fees.put(store, new Money(random.nextInt(700), currency));
            }
        }
        return basket(currency, lines, fees, Remaining.UNTOUCHED);
    }

    public static Basket basket(Currency currency, List<Line> lines, Map<String, Money> fees, Remaining remaining) {
        List<Store> stores = Stream.concat(lines.stream().map(Line::store), fees.keySet().stream())
                .distinct()
                .map(Store::local)
                .toList();
        return new Basket(
                "b", "US", currency, "en-US", Channel.LIVE, AT, Buyer.unknown(), stores, lines, fees, "", List.of(), remaining);
    }

    private Line line(String id, String store, Currency currency) {
        long price = random.nextInt(8) == 0 ? 0 : random.nextInt(4) == 0 ? 1 + random.nextInt(20) : random.nextInt(60) * 50L;
        Optional<Money> prior =
                random.nextInt(5) == 0 ? Optional.of(new Money(price + random.nextInt(300), currency)) : Optional.empty();
        Optional<Money> least = switch (random.nextInt(8)) {
            case 0 -> Optional.of(new Money(random.nextInt(1500), currency));
            case 1 -> Optional.of(new Money(price, currency));
            default -> Optional.empty();
        };
        return new Line(
                id, pick(SKUS), store, pick(KINDS), pick(BRANDS), price % 100 == 0 ? Set.of("round", "even") : Set.of(),
                new Money(price, currency), prior, least, 1 + random.nextInt(4), Attributes.NONE);
    }

    /** So many offers of every shape; now and then two of one promotion. */
    public List<Offer> offers(Basket basket, int count) {
        List<Offer> offers = new ArrayList<>();
        int id = 0;
        while (offers.size() < count) {
            boolean second = !offers.isEmpty() && random.nextInt(5) == 0;
            offers.add(second ? another(basket, offers.get(offers.size() - 1)) : offer(basket, "p" + (id++), 0));
        }
        Collections.shuffle(offers, random);
        return offers;
    }

    public Offer offer(Basket basket, String promotion, int part) {
        ChanceKind kind = ChanceKind.values()[random.nextInt(ChanceKind.values().length)];
        return offer(basket, kind, promotion, part);
    }

    /** A further statement of the same promotion, for the same store and by the same code; now and then for another. */
    public Offer another(Basket basket, Offer last) {
        List<ChanceKind> kinds = new ArrayList<>(List.of(ChanceKind.values()));
        kinds.removeIf(kind -> kind.ofStore() == last.store().isEmpty() || kind.ofCode() == last.code().isEmpty());
        Offer next = offer(basket, pick(kinds), last.promotion(), last.part() + 1);
        String store = random.nextInt(8) == 0 ? next.store() : last.store();
        return new Offer(next.promotion(), next.part(), next.terms(), store, last.code());
    }

    public Offer offer(Basket basket, ChanceKind kind, String promotion, int part) {
        String store = kind.ofStore() ? pick(basket.lines()).store() : "";
        String code = kind.ofCode() ? promotion.toUpperCase(java.util.Locale.ROOT) : "";
        PromotionWords promise = new OfferBuilder(kind, code.length());
        boolean shipping = kind == ChanceKind.PLATFORM_SHIPPING || kind == ChanceKind.STORE_SHIPPING;
        if (shipping) {
            shipping(promise, basket);
        } else {
            goods(promise, basket);
        }
        conditions(promise, basket, shipping);
        combining(promise);
        conventions(promise);
        return new Offer(promotion, part, promise.offer().terms(), store, code);
    }

    /** The same as a promise for later, where its kind can be one. */
    public Optional<Offer> later(Basket basket, Offer offer) {
        OfferTerms terms = offer.terms();
        boolean can = terms.reward() instanceof Reward.OnGoods
                && terms.reward().benefits().stream().noneMatch(Benefit.PriceOf.class::isInstance);
        Payout payout = pick(List.of(
                Payout.CASHBACK, Payout.VOUCHER, Payout.points(new Amounts(Map.of(basket.currency().code(), 1L + random.nextInt(90))))));
        return Optional.of(offer).filter(one -> can).map(one -> one.with(new OfferTerms(
                terms.layer(), terms.reward(), terms.scope(), terms.threshold(), terms.cap(), terms.minimumPrice(), terms.dates(),
                terms.funding(), terms.which(), terms.choices(), terms.shown(), terms.combining(), terms.limits(), payout)));
    }

    /** The same holding always, where it is an item price that comes off by itself. */
    public static Offer alwaysHolding(Offer offer) {
        OfferTerms terms = offer.terms();
        OfferTerms.Combining free = terms.combining();
        boolean can = terms.layer() == Layer.ITEM_PRICE && offer.code().isEmpty() && !terms.reward().isGift();
        OfferTerms.Combining held = new OfferTerms.Combining(
                free.exclusive(), free.groups(), free.notWith(), free.order(), free.announced(), can);
        return offer.with(new OfferTerms(
                terms.layer(), terms.reward(), terms.scope(), terms.threshold(), terms.cap(), terms.minimumPrice(), terms.dates(),
                terms.funding(), terms.which(), terms.choices(), terms.shown(), held, terms.limits(), terms.payout()));
    }

    private void shipping(PromotionWords promise, Basket basket) {
        switch (random.nextInt(4)) {
            case 0 -> promise.freeShipping();
            case 1 -> promise.shippingOff(percent() + "%");
            case 2 -> promise.shippingOff(amount(basket, 400));
            default -> promise.shippingFor(amount(basket, 400));
        }
        threshold(promise, basket);
    }

    private void goods(PromotionWords promise, Basket basket) {
        switch (random.nextInt(24)) {
            case 0, 1 -> threshold(promise.percentOff(percent()), basket);
            case 2 -> threshold(promise.amountOff(share(basket, 40)), basket);
            case 3 -> threshold(promise.amountOffEach(amount(basket, 300)), basket);
            case 4 -> promise.amountOffEachLine(amount(basket, 500));
            case 5 -> promise.nowPrice(amount(basket, 2000));
            case 6 -> promise.forPrice(share(basket, 100));
            case 7 -> ladder(promise, basket);
            case 8 -> promise.tier(1 + random.nextInt(3), share(basket, 15)).tier(4 + random.nextInt(6), share(basket, 30));
            case 9 -> upTo(promise.every(share(basket, 50), share(basket, 12)));
            case 10 -> upTo(promise.every(1 + random.nextInt(3), share(basket, 12)));
            case 11 -> set(promise, basket);
            case 12 -> {
                upTo(promise.nthItem(1 + random.nextInt(3), unitSaving(basket)));
                which(promise);
            }
            case 13, 14 -> buyGet(promise, basket);
            case 15 -> {
                threshold(promise.cheapestOff(1 + random.nextInt(2), unitSaving(basket)), basket);
                which(promise);
            }
            case 16, 17 -> setTiers(promise, basket);
            case 18, 19 -> staggered(promise, basket);
            case 20, 21 -> earned(promise, basket);
            case 22 -> {
                threshold(eachItem(promise, basket).itemsPerOrder(1 + random.nextInt(4)), basket);
                which(promise);
            }
            default -> gift(promise, basket);
        }
    }

    private void gift(PromotionWords promise, Basket basket) {
        PromotionWords gift = promise.gift("cup", "A cup");
        if (random.nextBoolean()) {
            gift.worth(amount(basket, 600));
        }
        switch (random.nextInt(4)) {
            case 0 -> upTo(gift.giftsPer(1 + random.nextInt(3), 1 + random.nextInt(2)));
            case 1 -> upTo(gift.giftsPer(share(basket, 40), 1));
            default -> threshold(gift, basket);
        }
    }

    private void setTiers(PromotionWords promise, Basket basket) {
        boolean percent = random.nextBoolean();
        int first = 1 + random.nextInt(3);
        promise.setTier(first, percent ? percent() + "%" : moneyOff(basket, 2500));
        if (random.nextInt(4) > 0) {
            promise.setTier(first + 1 + random.nextInt(3), percent ? percent() + "%" : moneyOff(basket, 4000));
        }
        upTo(promise);
        which(promise);
    }

    private void staggered(PromotionWords promise, Basket basket) {
        int first = 1 + random.nextInt(2);
        promise.nthOfSet(first, unitSaving(basket)).nthOfSet(first + 1 + random.nextInt(2), unitSaving(basket));
        upTo(promise);
        which(promise);
    }

    private void earned(PromotionWords promise, Basket basket) {
        eachItem(promise, basket);
        int units = 1 + random.nextInt(2);
        if (random.nextBoolean()) {
            promise.itemsPer(share(basket, 50), units);
        } else {
            promise.itemsPer(1 + random.nextInt(4), units);
        }
        switch (random.nextInt(5)) {
            case 0 -> promise.countingEverything();
            case 1 -> promise.countingSkus("p,q");
            case 2 -> promise.onlySkus("p,r").countingOthers();
            default -> { }
        }
        upTo(promise);
        which(promise);
    }

    private PromotionWords eachItem(PromotionWords promise, Basket basket) {
        return switch (random.nextInt(3)) {
            case 0 -> promise.percentOff(percent());
            case 1 -> promise.amountOffEach(amount(basket, 600));
            default -> promise.nowPrice(amount(basket, 1000));
        };
    }

    private String moneyOff(Basket basket, int most) {
        return (random.nextBoolean() ? "for " : "") + amount(basket, most);
    }

    /** Off one item: a percentage, an amount, or a price for it. */
    private String unitSaving(Basket basket) {
        return random.nextInt(3) == 0 ? "for " + amount(basket, 1000) : saving(basket);
    }

    private void ladder(PromotionWords promise, Basket basket) {
        long first = 1 + random.nextInt((int) Math.max(1, basket.subtotal() / 2));
        long second = first + 1 + random.nextInt((int) Math.max(1, basket.subtotal()));
        if (random.nextInt(3) == 0) {
            promise.tier(money(basket, first), percent() + "%", share(basket, 20));
        } else {
            promise.tier(money(basket, first), share(basket, 10));
        }
        promise.tier(money(basket, second), random.nextBoolean() ? percent() + "%" : share(basket, 20));
    }

    private void set(PromotionWords promise, Basket basket) {
        switch (random.nextInt(6)) {
            case 3 -> promise.setOfCategories(1, "tea").setOfCategories(1 + random.nextInt(2), "toy");
            case 4 -> promise.setOfCategories(1, "toy, set").setOf(1, "p");
            case 5 -> promise.setOfCategories(1, "tea").setOfCategories(1, "tea, toy").setOf(1);
            case 0 -> promise.setOf(1 + random.nextInt(3));
            case 1 -> promise.setOf(1, "p").setOf(1 + random.nextInt(2), "q");
            default -> promise.setOf(1, "p,q").setOf(1);
        }
        switch (random.nextInt(4)) {
            case 0 -> promise.percentOff(percent());
            case 1 -> promise.amountOff(amount(basket, 600));
            case 2 -> promise.forPrice(amount(basket, 2500));
            default -> promise.nowPrice(amount(basket, 1000));
        }
        upTo(promise);
        which(promise);
    }

    private void buyGet(PromotionWords promise, Basket basket) {
        promise.buyGet(1 + random.nextInt(2), 1 + random.nextInt(2), unitSaving(basket));
        if (random.nextInt(3) == 0) {
            promise.buyingSkus("p,q");
        }
        if (random.nextInt(3) == 0) {
            promise.gettingCategories("tea");
        }
        upTo(promise);
        which(promise);
    }

    private void which(PromotionWords promise) {
        switch (random.nextInt(8)) {
            case 0, 1 -> promise.dearestFirst();
            case 2 -> {
                if (firstInBasket) {
                    promise.firstInBasket();
                }
            }
            default -> { }
        }
    }

    private void upTo(PromotionWords promise) {
        if (random.nextInt(3) == 0) {
            promise.upTo(1 + random.nextInt(2));
        }
    }

    private void threshold(PromotionWords promise, Basket basket) {
        switch (random.nextInt(10)) {
            case 8 -> promise.whenSpendingAtMost(share(basket, 120));
            case 9 -> promise.whenBuyingAtMost(1 + random.nextInt(10));
            case 0, 1 -> promise.whenSpending(share(basket, 90));
            case 2 -> promise.whenSpendingMoreThan(share(basket, 100));
            case 3 -> promise.whenBuying(1 + random.nextInt(8));
            case 4 -> promise.whenSpending(share(basket, 90)).whenBuying(1 + random.nextInt(5));
            default -> {
                return;
            }
        }
        switch (random.nextInt(8)) {
            case 0, 1 -> promise.countingEverything();
            case 2 -> promise.countingSkus("p,q");
            case 3 -> promise.countingCategories("tea");
            case 4 -> promise.exceptSkus("r").countingOthers();
            default -> { }
        }
        if (random.nextInt(6) == 0) {
            promise.whenOrderSpends(share(basket, 100)).whenOrderBuys(1 + random.nextInt(6));
        }
    }

    private void conditions(PromotionWords promise, Basket basket, boolean shipping) {
        if (random.nextInt(5) == 0) {
            promise.atMost(share(basket, 20));
        }
        if (!shipping && random.nextInt(6) == 0) {
            promise.neverBelow(amount(basket, 1500));
        }
        switch (random.nextInt(16)) {
            case 0 -> promise.onlyCategories(pick(CATEGORIES));
            case 1 -> promise.onlyBrands("x");
            case 2 -> promise.exceptSkus("p");
            case 3 -> promise.onlyStores(pick(STORES));
            case 4 -> promise.exceptBrands("x");
            case 5 -> promise.notOnReduced();
            case 7 -> promise.onlyTags("even, odd");
            case 8 -> promise.exceptTags("round");
            case 9 -> promise.pricedFrom(amount(basket, 2000));
            case 10 -> promise.pricedTo(amount(basket, 3000));
            case 6 -> promise.pricedBetween(amount(basket, 500), money(basket, 600 + random.nextInt(2000)));
            default -> { }
        }
        if (random.nextInt(12) == 0) {
            promise.itemsPerLine(1 + random.nextInt(2));
        }
        if (random.nextInt(10) == 0) {
            promise.budget(share(basket, 25));
        }
        if (random.nextInt(3) == 0) {
            int share = 1 + random.nextInt(99);
            if (share < 70) {
                promise.platformPays(share + "%");
            } else {
                promise.platformPaysUpTo(money(basket, 1 + basket.subtotal() / share));
            }
        }
    }

    private void combining(PromotionWords promise) {
        if (random.nextInt(14) == 0) {
            promise.exclusive();
        }
        if (random.nextInt(7) == 0) {
            promise.group(pick(List.of("g", "h")));
        }
        if (random.nextInt(9) == 0) {
            promise.notWith("p" + random.nextInt(4));
        }
        if (random.nextInt(5) == 0) {
            promise.order(random.nextInt(3) - 1);
        }
    }


    private void conventions(PromotionWords promise) {
        if (random.nextInt(3) == 0) {
            promise.rounding(pick(MODES));
        }
        if (random.nextInt(3) == 0) {
            promise.spareCent(pick(spares));
        }
        if (spreads.nextInt(4) == 0) {
            promise.spread(spreads.nextBoolean() ? "by price" : "equally");
        }
        if (random.nextInt(5) == 0) {
            promise.roundThePrice();
        }
        switch (random.nextInt(6)) {
            case 0 -> promise.roundEachItem();
            case 1 -> promise.roundEachLine();
            default -> { }
        }
        if (random.nextInt(4) == 0) {
            promise.percentOf(pick(PERCENT_OF));
        }
        if (random.nextInt(3) == 0) {
            promise.measuredOn(pick(MEASURED_ON));
        }
    }

    public Policy policy() {
        List<Layer> order = new ArrayList<>(List.of(Layer.values()));
        if (random.nextInt(4) == 0) {
            Collections.shuffle(order, random);
        }
        Map<Layer, Policy.LayerPolicy> layers = new EnumMap<>(Layer.class);
        for (Layer layer : Layer.values()) {
            int keeps = random.nextInt(30) == 0 ? 0 : 1 + random.nextInt(4);
            layers.put(layer, new Policy.LayerPolicy(keeps, conventions()));
        }
        List<Set<String>> apart = random.nextInt(3) == 0 ? List.of(Set.of("p0", "p1", "g")) : List.of();
        return new Policy(
                order,
                layers,
                apart,
                random.nextInt(3) == 0 ? pick(List.of(Policy.Exclusive.values())) : Policy.Exclusive.IF_BETTER,
                mostOff(),
                random.nextInt(8) == 0 ? Optional.of(everywhere(random.nextInt(3000))) : Optional.empty(),
                Strategy.BEST_PRICE,
                Optional.empty(),
                Policy.Idle.REFUSED,
                Policy.Rivals.WHOLE);
    }

    /** So many promotions in each layer, and nothing else said. */
    public static Policy keeping(int promotions) {
        Map<Layer, Policy.LayerPolicy> layers = new EnumMap<>(Layer.class);
        for (Layer layer : Layer.values()) {
            layers.put(layer, new Policy.LayerPolicy(promotions, Conventions.DEFAULT));
        }
        return new Policy(
                List.of(Layer.values()), layers, List.of(), Policy.Exclusive.IF_BETTER, Optional.empty(), Optional.empty(),
                Strategy.BEST_PRICE, Optional.empty(), Policy.Idle.REFUSED, Policy.Rivals.WHOLE);
    }

    private Optional<Policy.MostOff> mostOff() {
        return switch (random.nextInt(8)) {
            case 0 -> Optional.of(new Policy.MostOff(Optional.of(Percent.of("30")), Optional.empty()));
            case 1 -> Optional.of(new Policy.MostOff(Optional.empty(), Optional.of(everywhere(random.nextInt(3000)))));
            default -> Optional.empty();
        };
    }

    private static Amounts everywhere(long minor) {
        Map<String, Long> all = new HashMap<>();
        CURRENCIES.forEach(code -> all.put(code, minor));
        return new Amounts(all);
    }

    private Conventions conventions() {
        return new Conventions(
                pick(List.of(Conventions.Rounds.values())),
                pick(List.of(Conventions.Grain.values())),
                pick(List.of(RoundingMode.HALF_UP, RoundingMode.HALF_EVEN, RoundingMode.DOWN, RoundingMode.UP)),
                pick(List.of(Conventions.Spare.values()).subList(0, spares.size())),
                pick(List.of(Basis.LIST, Basis.RUNNING, Basis.RUNNING, Basis.SO_FAR)),
                pick(List.of(Basis.LIST, Basis.RUNNING, Basis.RUNNING, Basis.SO_FAR)));
    }

    private int percent() {
        return pick(List.of(5, 10, 10, 15, 20, 33, 50, 100));
    }

    private String saving(Basket basket) {
        return random.nextBoolean() ? percent() + "%" : amount(basket, 600);
    }

    /** An amount near this percentage of what the goods cost. */
    private String share(Basket basket, int percent) {
        long near = basket.subtotal() * percent / 100;
        return money(basket, Math.max(1, random.nextInt(3) == 0 ? near : (long) (near * random.nextDouble())));
    }

    private String amount(Basket basket, int most) {
        return money(basket, 1 + random.nextInt(most));
    }

    private static String money(Basket basket, long minor) {
        return new Money(minor, basket.currency()).toString();
    }

    public <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
