package dev.plaindeal.stack;

import dev.plaindeal.RandomDeals;
import dev.plaindeal.basket.Basket;
import dev.plaindeal.basket.Line;
import dev.plaindeal.basket.Remaining;
import dev.plaindeal.offer.ChanceKind;
import dev.plaindeal.model.OfferBuilder;
import dev.plaindeal.model.PromotionWords;
import dev.plaindeal.money.Currency;
import dev.plaindeal.money.Money;
import dev.plaindeal.offer.Offer;
import dev.plaindeal.policy.Policy;
import dev.plaindeal.price.PricedBasket;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Full wallets: a basket of several stores and a shopper with very many vouchers, most of which want the same few places. Each
 * threshold is near what is left of the price, so that what is taken early decides what holds late.
 */
record Wallets(PricedBasket goods, List<Offer> offers, Policy policy) {

    private static final Currency USD = Currency.of("USD");
    private static final int MOST_STORES = 5;
    private static final int FEWEST_LINES = 15;
    private static final List<String> CATEGORIES = List.of("home", "care", "tea", "toys");

    /** The wallet of this seed with so many offers. */
    static Wallets of(long seed, int size, int keeps) {
        Random random = new Random(seed);
        return new Maker(random).wallet(random.nextInt(4), random.nextInt(40), size, keeps);
    }

    /** One of five stores with so many lines. */
    static Wallets of(long seed, int lines, int size, int keeps) {
        return new Maker(new Random(seed)).wallet(MOST_STORES - 2, lines - FEWEST_LINES, size, keeps);
    }

    Candidates candidates() {
        return Candidates.of(goods, offers, policy);
    }

    private static final class Maker {
        private final Random random;
        private final List<Offer> offers = new ArrayList<>();
        private long total;

        Maker(Random random) {
            this.random = random;
        }

        Wallets wallet(int moreStores, int moreLines, int size, int keeps) {
            int stores = 2 + moreStores;
            List<Line> lines = lines(FEWEST_LINES + moreLines, stores);
            total = lines.stream().mapToLong(Line::listPrice).sum();
            Map<String, Money> fees = new LinkedHashMap<>();
            for (int store = 0; random.nextBoolean() && store < stores; store++) {
                fees.put("s" + store, new Money(250 + 50 * random.nextInt(14), USD));
            }
            for (int i = 0; i < size; i++) {
                offer(i, stores, lines);
            }
            Basket basket = RandomDeals.basket(USD, lines, fees, Remaining.UNTOUCHED);
            return new Wallets(PricedBasket.of(basket), offers, RandomDeals.keeping(keeps));
        }

        private List<Line> lines(int count, int stores) {
            List<Line> lines = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                long price = 400 + 5 * random.nextInt(1_300);
                lines.add(new Line(
                        "k" + i, "k" + i, "s" + i % stores, category(), "", new Money(price, USD), Optional.empty(), Optional.empty(),
                        1 + random.nextInt(3)));
            }
            return lines;
        }

        private void offer(int number, int stores, List<Line> lines) {
            String store = "s" + random.nextInt(stores);
            long ofStore = lines.stream().filter(line -> line.store().equals(store)).mapToLong(Line::listPrice).sum();
            switch (random.nextInt(12)) {
                case 0 -> add(number, new OfferBuilder(ChanceKind.STORE_ITEMS, 0).percentOff(5 + random.nextInt(12)).onlyCategories(category()), store);
                case 1 -> add(number, ladder(new OfferBuilder(ChanceKind.STORE_BASKET, 0), ofStore), store);
                case 2, 3, 4, 5 -> add(number, voucher(new OfferBuilder(ChanceKind.STORE_COUPON, 4), ofStore), store);
                case 6 -> add(number, random.nextBoolean()
                        ? ladder(new OfferBuilder(ChanceKind.PLATFORM_BASKET, 0), total)
                        : new OfferBuilder(ChanceKind.PLATFORM_BASKET, 0).every(usd(total / (2 + random.nextInt(8))), usd(total / 60 + 1)).upTo(6), "");
                case 7 -> add(number, new OfferBuilder(ChanceKind.PLATFORM_SHIPPING, 0).shippingOff(10 * (1 + random.nextInt(10)) + "%").whenSpending(usd(near(total))), "");
                default -> add(number, platformVoucher(), "");
            }
        }

        private PromotionWords platformVoucher() {
            PromotionWords words = voucher(new OfferBuilder(ChanceKind.PLATFORM_COUPON, 4), total);
            return switch (random.nextInt(6)) {
                case 0 -> words.onlyCategories(category());
                case 1 -> words.onlyStores("s0, s1");
                case 2 -> words.group(random.nextBoolean() ? "mega" : "vip");
                default -> words;
            };
        }

        private PromotionWords voucher(PromotionWords words, long of) {
            long near = near(of);
            return random.nextBoolean()
                    ? words.amountOff(usd(near / (5 + random.nextInt(8)) + 1)).whenSpending(usd(near))
                    : words.percentOff(5 + random.nextInt(14)).whenSpending(usd(near)).atMost(usd(of / (7 + random.nextInt(12)) + 1));
        }

        private PromotionWords ladder(PromotionWords words, long of) {
            long first = near(of) / 2 + 1;
            return words.tier(usd(first), usd(first / 14 + 1)).tier(usd(first * 2), usd(first / 5 + 2));
        }

        /** From a third of it to all of it. */
        private long near(long of) {
            return Math.max(100, of / 3 + (long) (of * random.nextDouble() * 2 / 3));
        }

        private String category() {
            return CATEGORIES.get(random.nextInt(CATEGORIES.size()));
        }

        private static String usd(long minor) {
            return new Money(minor, USD).toString();
        }

        private void add(int number, PromotionWords words, String store) {
            offers.add(new Offer(String.format("o%03d", number), 0, words.offer().terms(), store, ""));
        }
    }
}
