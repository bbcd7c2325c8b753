package dev.plaindeal.basket;

import dev.plaindeal.money.Currency;
import dev.plaindeal.money.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts a basket together in code; what is not said is as in a basket's JSON that leaves it out. Belongs to one thread.
 *
 * <p>Prices are decimals in the basket's currency, as in JSON: {@code "47.99"}. Worked example:
 * <pre>{@code
 * Basket basket = Basket.builder("order-1", "US", "USD", Instant.now())
 *         .line("pearl-necklace", "pearl-house", "47.99", 2)
 *         .shipping("pearl-house", "4.99")
 *         .code("SAVE10")
 *         .build();
 * }</pre>
 * has a subtotal of 9598 minor units and a list total of 10097.
 */
public final class BasketBuilder {

    private final String id;
    private final String market;
    private final Currency currency;
    private final Instant at;
    private final List<Store> stores = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    private final Map<String, Money> shipping = new LinkedHashMap<>();
    private final List<String> codes = new ArrayList<>();
    private String locale;
    private Channel channel = Channel.SHELF;
    private Buyer buyer = Buyer.unknown();
    private String shippingMethod = "";
    private String paymentMethod = "";
    private Optional<Client> client = Optional.empty();
    private Remaining remaining = Remaining.UNTOUCHED;
    private Attributes attributes = Attributes.NONE;
    private final List<Balance> balances = new ArrayList<>();

    BasketBuilder(String id, String market, Currency currency, Instant at) {
        this.id = id;
        this.market = market;
        this.currency = currency;
        this.at = at;
        this.locale = "en-" + market;
    }

    /** The buyer's language and region, BCP 47; English of the market where nothing is said. */
    public BasketBuilder locale(String tag) {
        locale = tag;
        return this;
    }

    /** Where the buyer meets the offer; {@link Channel#SHELF} where nothing is said. */
    public BasketBuilder channel(Channel where) {
        channel = where;
        return this;
    }

    /** What rules may know of the buyer; a guest where nothing is said. */
    public BasketBuilder buyer(Buyer who) {
        buyer = who;
        return this;
    }

    /**
     * Says more of a store than that it sells a line: without, it is {@linkplain Store#local local}.
     *
     * @throws IllegalArgumentException for a store that was given before
     */
    public BasketBuilder store(Store seller) {
        if (stores.stream().anyMatch(store -> store.id().equals(seller.id()))) {
            throw new IllegalArgumentException("the store " + seller.id() + " is given twice");
        }
        stores.add(seller);
        return this;
    }

    /**
     * Adds a line, named by its place in the basket: {@code "1"}, {@code "2"}.
     *
     * @param unitPrice decimals in the basket's currency
     * @throws IllegalArgumentException with a sentence for a price that is no such number or a quantity below 1
     */
    public BasketBuilder line(String sku, String store, String unitPrice, int quantity) {
        return line(Line.of(Integer.toString(lines.size() + 1), sku, store, money(unitPrice), quantity));
    }

    /** Adds a line with all there is to say of it. */
    public BasketBuilder line(Line line) {
        lines.add(line);
        return this;
    }

    /**
     * What a store asks for shipping.
     *
     * @param fee decimals in the basket's currency
     * @throws IllegalArgumentException with a sentence for a fee that is no such number, or a second one for the store
     */
    public BasketBuilder shipping(String store, String fee) {
        if (shipping.putIfAbsent(store, money(fee)) != null) {
            throw new IllegalArgumentException("the shipping of " + store + " is given twice");
        }
        return this;
    }

    private Money money(String decimals) {
        try {
            return Money.of(decimals, currency);
        } catch (ArithmeticException inexact) {
            throw new IllegalArgumentException(inexact.getMessage(), inexact);
        }
    }

    /** How it is shipped. */
    public BasketBuilder shippingMethod(String method) {
        shippingMethod = method;
        return this;
    }

    /** How it is paid, by the host's own key, for instance {@code gopay}; not told where nothing is said. */
    public BasketBuilder paymentMethod(String method) {
        paymentMethod = method;
        return this;
    }

    /** With what the buyer orders; not told where nothing is said. */
    public BasketBuilder client(Client with) {
        client = Optional.of(with);
        return this;
    }

    /** Presents a code, as typed. */
    public BasketBuilder code(String typed) {
        codes.add(typed);
        return this;
    }

    /** Presents these codes, as typed. */
    public BasketBuilder codes(Collection<String> typed) {
        codes.addAll(typed);
        return this;
    }

    /** What is left of limited promotions; all that is declared where nothing is said. */
    public BasketBuilder remaining(Remaining left) {
        remaining = left;
        return this;
    }

    /** What else is told of the basket by the host's own names, which rule files declare; nothing where nothing is said. */
    public BasketBuilder attributes(Attributes told) {
        attributes = told;
        return this;
    }

    /**
     * What the buyer holds of coins, points or credit and wishes to pay with.
     *
     * @throws IllegalArgumentException as {@link Balance} does
     */
    public BasketBuilder balance(String name, long units) {
        balances.add(new Balance(name, units));
        return this;
    }

    /**
     * The basket.
     *
     * @throws IllegalArgumentException as {@link Basket} does; also for a basket without lines, and a fee of a store without any
     */
    public Basket build() {
        return new Basket(
                id, market, currency, locale, channel, at, buyer, List.of(), lines, shipping, shippingMethod, paymentMethod,
                client, codes, remaining, attributes, balances)
                .withStores(Store.all(stores, lines));
    }
}
