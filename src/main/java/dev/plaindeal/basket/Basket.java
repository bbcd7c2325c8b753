package dev.plaindeal.basket;

import dev.plaindeal.money.Currency;
import dev.plaindeal.money.Money;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What the buyer wants, where, when and with which codes: the whole input of an evaluation.
 *
 * <p>Immutable and thread-safe. All money is in {@code currency}. The moment is part of the basket, because nothing in
 * the domain reads a clock.
 *
 * <p>Worked number: two lines of USD 50.00 x 1 and USD 10.00 x 2 with shipping of 4.99 have a subtotal of 7000 minor
 * units and a list total of 7499.
 *
 * @param id names the basket in its receipt
 * @param market ISO 3166 country the buyer shops in
 * @param currency of every price in the basket
 * @param locale the buyer's language and region, BCP 47
 * @param channel where the buyer meets the offer
 * @param at the moment the basket is priced for
 * @param buyer what rules may know of the buyer
 * @param stores the sellers of the lines
 * @param lines what is bought, in the order it is shown
 * @param shipping fee by store id
 * @param shippingMethod how it is shipped, empty when not told
 * @param paymentMethod how it is paid, by the host's own key, for instance {@code gopay}; empty when not told
 * @param client with what the buyer orders, empty when not told
 * @param codes the coupon codes presented, as typed: each once, however often it was, and none that is empty
 * @param remaining what is left of limited promotions
 * @param attributes what else the host tells of the basket
 * @param balances what the buyer wishes to pay with, each name once
 */
public record Basket(
        String id,
        String market,
        Currency currency,
        String locale,
        Channel channel,
        Instant at,
        Buyer buyer,
        List<Store> stores,
        List<Line> lines,
        Map<String, Money> shipping,
        String shippingMethod,
        String paymentMethod,
        Optional<Client> client,
        List<String> codes,
        Remaining remaining,
        Attributes attributes,
        List<Balance> balances) {

    /** The largest sum of list prices and shipping, in minor units: beyond it a percentage could not be exact. */
    public static final long LARGEST_TOTAL = 9_000_000_000_000L;

    /** More lines than this are no basket. */
    public static final int MOST_LINES = 5_000;

    /** More codes than this are a robot trying them. */
    public static final int MOST_CODES = 50;

    /**
     * A basket of which nobody tells how it is paid, with what it is ordered, and nothing else of the host's own.
     *
     * @throws IllegalArgumentException as the constructor with all there is to say does
     */
    public Basket(
            String id,
            String market,
            Currency currency,
            String locale,
            Channel channel,
            Instant at,
            Buyer buyer,
            List<Store> stores,
            List<Line> lines,
            Map<String, Money> shipping,
            String shippingMethod,
            List<String> codes,
            Remaining remaining) {
        this(id, market, currency, locale, channel, at, buyer, stores, lines, shipping, shippingMethod, "", Optional.empty(),
                codes, remaining, Attributes.NONE, List.of());
    }

    /**
     * A basket of which nobody tells what the buyer wishes to pay with.
     *
     * @throws IllegalArgumentException as the constructor with all there is to say does
     */
    public Basket(
            String id,
            String market,
            Currency currency,
            String locale,
            Channel channel,
            Instant at,
            Buyer buyer,
            List<Store> stores,
            List<Line> lines,
            Map<String, Money> shipping,
            String shippingMethod,
            String paymentMethod,
            Optional<Client> client,
            List<String> codes,
            Remaining remaining,
            Attributes attributes) {
        this(id, market, currency, locale, channel, at, buyer, stores, lines, shipping, shippingMethod, paymentMethod, client, codes,
                remaining, attributes, List.of());
    }

    /**
     * Copies the collections, brings the locale into its usual letter case, and refuses what no receipt could be made of, as
     * the reader of baskets does.
     *
     * <p>What is left of an order after a return may have no lines, or a fee of a store of which nothing is left: such a
     * store stands in {@code stores}.
     *
     * @throws IllegalArgumentException for an unknown market or locale, an empty id, no lines, mixed currencies, a line id given
     *     twice, a fee of a store without lines, a negative fee or budget, a total above {@link #LARGEST_TOTAL}, or more lines or
     *     codes than {@link #MOST_LINES} and {@link #MOST_CODES}
     */
    public Basket {
        Objects.requireNonNull(market, "market");
        Objects.requireNonNull(locale, "locale");
        NameChecks.require("a basket's id", Objects.requireNonNull(id, "id"));
        requireCountry(market);
        locale = Region.languageTag(locale).orElseThrow(malformed(locale));
        NameChecks.requireText("the shipping method", Objects.requireNonNull(shippingMethod, "shippingMethod"));
        NameChecks.requireText("the payment method", Objects.requireNonNull(paymentMethod, "paymentMethod"));
        Objects.requireNonNull(client, "client");
        Objects.requireNonNull(currency, "currency");
        Objects.requireNonNull(channel, "channel");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(buyer, "buyer");
        Objects.requireNonNull(remaining, "remaining");
        Objects.requireNonNull(attributes, "attributes");
        stores = List.copyOf(stores);
        lines = List.copyOf(lines);
        shipping = java.util.Collections.unmodifiableMap(new TreeMap<>(shipping));
        codes = Code.distinct(codes);
        balances = List.copyOf(balances);
        requireFew(balances.size(), Balance.MOST_BALANCES, "balances");
        requireUnique(balances, Balance::name, "the balance");
        requireFew(lines.size(), MOST_LINES, "lines");
        requireFew(codes.size(), MOST_CODES, "codes");
        requireOneCurrency(currency, lines, shipping, remaining.budget());
        requireOneCurrency(currency, List.of(), Map.of(), remaining.budgetByBuyer());
        requireUnique(lines, Line::id, "line id");
        requireUnique(stores, Store::id, "store");
        requirePayable(lines, shipping);
        requireSellers(lines, stores, shipping);
    }

    private static void requireCountry(String market) {
        if (!Region.isCountry(market)) {
            throw new IllegalArgumentException("the market \"" + market + "\" is no ISO 3166 country, for instance US or GB");
        }
    }

    private static Supplier<IllegalArgumentException> malformed(String locale) {
        return () -> new IllegalArgumentException("the locale \"" + locale + "\" is no language tag (BCP 47), for instance en-US");
    }

    private static void requireSellers(List<Line> lines, List<Store> stores, Map<String, Money> shipping) {
        if (lines.isEmpty() && stores.isEmpty()) {
            throw new IllegalArgumentException("a basket has at least one line");
        }
        if (!shipping.isEmpty()) {
            Set<String> sellers = new HashSet<>();
            lines.forEach(line -> sellers.add(line.store()));
            stores.forEach(store -> sellers.add(store.id()));
            for (String store : shipping.keySet()) {
                if (!sellers.contains(store)) {
                    throw new IllegalArgumentException("no line is sold by the store " + store + ", but it has a shipping fee");
                }
            }
        }
    }

    private static void requireFew(int count, int most, String what) {
        if (count > most) {
            throw new IllegalArgumentException("a basket has at most " + most + " " + what + ", this one has " + count);
        }
    }

    private static void requireOneCurrency(
            Currency currency, List<Line> lines, Map<String, Money> shipping, Map<String, Money> budgets) {
        for (Line line : lines) {
            if (line.unitPrice().currency() != currency) {
                throw new IllegalArgumentException("line " + line.id() + " is not priced in " + currency);
            }
        }
        for (Money fee : shipping.values()) {
            if (fee.currency() != currency || fee.minor() < 0) {
                throw new IllegalArgumentException("a shipping fee is in " + currency + " and never negative");
            }
        }
        for (Money budget : budgets.values()) {
            if (budget.currency() != currency || budget.minor() < 0) {
                throw new IllegalArgumentException("a budget that is left is in " + currency + " and never negative");
            }
        }
    }

    private static <T> void requireUnique(List<T> named, Function<T, String> name, String what) {
        if (named.size() < 2) {
            return;
        }
        Set<String> seen = new HashSet<>();
        for (T one : named) {
            if (!seen.add(name.apply(one))) {
                throw new IllegalArgumentException(what + " " + name.apply(one) + " is given twice");
            }
        }
    }

    private static void requirePayable(List<Line> lines, Map<String, Money> shipping) {
        long sum = 0;
        try {
            for (Line line : lines) {
                sum = Math.addExact(sum, line.listPrice());
            }
            for (Money fee : shipping.values()) {
                sum = Math.addExact(sum, fee.minor());
            }
        } catch (ArithmeticException tooLarge) {
            sum = Long.MAX_VALUE;
        }
        if (sum > LARGEST_TOTAL) {
            throw new IllegalArgumentException("the basket's total is too large to be priced exactly");
        }
    }

    /**
     * A basket to be filled.
     *
     * @param id names it in its receipt
     * @param market ISO 3166 country the buyer shops in
     * @param currency ISO 4217 code of every price in it
     * @param at the moment it is priced for
     * @throws IllegalArgumentException for a code that is no currency
     */
    public static BasketBuilder builder(String id, String market, String currency, Instant at) {
        return new BasketBuilder(id, market, Currency.of(currency), at);
    }

    /** Whether its lines are of more than one store. */
    public boolean isOfSeveralStores() {
        for (int i = 1; i < lines.size(); i++) {
            if (!lines.get(i).store().equals(lines.get(0).store())) {
                return true;
            }
        }
        return false;
    }

    /** The same basket for a buyer of another language; {@link IllegalArgumentException} when this is no tag of one (BCP 47). */
    public Basket withLocale(String other) {
        return new Basket(
                id, market, currency, other, channel, at, buyer, stores, lines, shipping, shippingMethod, paymentMethod, client, codes, remaining, attributes, balances);
    }

    /** The same basket at another moment. */
    public Basket withMoment(Instant other) {
        return new Basket(
                id, market, currency, locale, channel, other, buyer, stores, lines, shipping, shippingMethod, paymentMethod, client, codes, remaining, attributes, balances);
    }

    /** The same basket with other things known of its sellers. */
    Basket withStores(List<Store> others) {
        return new Basket(
                id, market, currency, locale, channel, at, buyer, others, lines, shipping, shippingMethod, paymentMethod, client, codes, remaining, attributes, balances);
    }

    /** The same basket paid otherwise: by the host's own key, empty when not told. */
    public Basket withPaymentMethod(String other) {
        return new Basket(
                id, market, currency, locale, channel, at, buyer, stores, lines, shipping, shippingMethod, other, client, codes, remaining, attributes, balances);
    }

    /** The same basket ordered with this client. */
    public Basket withClient(Client other) {
        return new Basket(
                id, market, currency, locale, channel, at, buyer, stores, lines, shipping, shippingMethod, paymentMethod,
                Optional.of(other), codes, remaining, attributes, balances);
    }

    /** The same basket of another buyer, or of one of whom something else is known. */
    public Basket withBuyer(Buyer other) {
        return new Basket(
                id, market, currency, locale, channel, at, other, stores, lines, shipping, shippingMethod, paymentMethod, client, codes, remaining,
                attributes, balances);
    }

    /** The same basket with other things told of it by the host's own names. */
    public Basket withAttributes(Attributes others) {
        return new Basket(
                id, market, currency, locale, channel, at, buyer, stores, lines, shipping, shippingMethod, paymentMethod, client, codes, remaining,
                others, balances);
    }

    /** The same basket of a buyer who wishes to pay with these. */
    public Basket withBalances(List<Balance> others) {
        return new Basket(
                id, market, currency, locale, channel, at, buyer, stores, lines, shipping, shippingMethod, paymentMethod, client, codes, remaining,
                attributes, others);
    }

    /** The same basket with other codes presented, as typed. */
    public Basket withCodes(List<String> others) {
        return new Basket(
                id, market, currency, locale, channel, at, buyer, stores, lines, shipping, shippingMethod, paymentMethod, client, others, remaining, attributes, balances);
    }

    /** The same basket with something else left of limited promotions. */
    public Basket withRemaining(Remaining other) {
        return new Basket(
                id, market, currency, locale, channel, at, buyer, stores, lines, shipping, shippingMethod, paymentMethod, client, codes, other, attributes, balances);
    }

    /** The same basket with other lines. */
    public Basket with(List<Line> others) {
        return new Basket(
                id, market, currency, locale, channel, at, buyer, stores, others, shipping, shippingMethod, paymentMethod, client, codes, remaining, attributes, balances);
    }

    /** What is left of an order when only these of its lines are kept: all its fees, of stores of which nothing is left too. */
    public Basket keeping(List<Line> kept) {
        return withStores(Store.all(stores, lines)).with(kept);
    }

    /** The part of it that one store sells, these lines, and ships. */
    public Basket ofStore(String store, List<Line> own) {
        Money fee = shipping.get(store);
        Map<String, Money> ownFee = fee == null ? Map.of() : Map.of(store, fee);
        return new Basket(
                id, market, currency, locale, channel, at, buyer, List.of(Store.local(store)), own, ownFee, shippingMethod, paymentMethod, client, codes, remaining, attributes, balances);
    }

    /** Sum of the list prices of all lines, in minor units. */
    public long subtotal() {
        long sum = 0;
        for (Line line : lines) {
            sum += line.listPrice();
        }
        return sum;
    }

    /** Sum of all shipping fees, in minor units. */
    public long shippingFees() {
        long sum = 0;
        for (Money fee : shipping.values()) {
            sum += fee.minor();
        }
        return sum;
    }
}
