package dev.plaindeal.read;

import dev.plaindeal.basket.Attributes;
import dev.plaindeal.basket.Balance;
import dev.plaindeal.basket.Basket;
import dev.plaindeal.basket.Buyer;
import dev.plaindeal.basket.Channel;
import dev.plaindeal.basket.Client;
import dev.plaindeal.basket.Code;
import dev.plaindeal.basket.Line;
import dev.plaindeal.basket.Remaining;
import dev.plaindeal.basket.Store;
import dev.plaindeal.json.JsonProblems;
import dev.plaindeal.json.Node;
import dev.plaindeal.json.ObjectReader;
import dev.plaindeal.json.ValueReader;
import dev.plaindeal.money.Currency;
import dev.plaindeal.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the whole basket out of its outermost object. */
final class BasketObject {

    /** A store without lines only earns a warning, so stores need a bound of their own. */
    static final int MOST_STORES = Basket.MOST_LINES;

    static final List<String> KNOWN = List.of("basket", "market", "currency", "locale", "channel", "at", "buyer",
            "stores", "lines", "shipping", "shippingMethod", "paymentMethod", "client", "codes", "remaining", "attributes", "balances",
            "format");

    private final JsonProblems findings;
    private final ValueReader values;
    private final ObjectReader shape;
    private final Instant now;

    BasketObject(JsonProblems findings, Node.Fields object, Instant now) {
        this.findings = findings;
        this.values = new ValueReader(findings);
        this.shape = new ObjectReader(values, object, KNOWN);
        this.now = now;
    }

    /** Of another format nothing else can be said: its fields may mean something else. */
    static boolean isOfOtherFormat(JsonProblems findings, Node.Fields object) {
        Node format = object.byName().get("format");
        if (format == null) {
            return false;
        }
        long number = new ValueReader(findings).whole(format, 1, ValueReader.LARGEST);
        if (number != BasketReader.FORMAT) {
            findings.error("unknown-format", format.spot(),
                    "\"format\" is " + number + ", and only format " + BasketReader.FORMAT + " is read here",
                    "Maybe the basket is for a later version of this program");
        }
        return number != BasketReader.FORMAT;
    }

    /** The moment filled in, when the basket names none. */
    Optional<Instant> filledIn() {
        return shape.find("at").isPresent() ? Optional.empty() : Optional.of(now);
    }

    /** The basket, unless something was found that is an error. */
    Optional<Basket> basket() {
        MarketReader markets = new MarketReader(values);
        PartyReader parties = new PartyReader(values);
        String id = shape.require("basket", values::id, "");
        String market = shape.require("market", markets::market, "");
        Optional<Currency> currency = shape.require("currency", markets::currency, Optional.empty());
        String locale = shape.get("locale", markets::locale, "en-" + market);
        Channel channel = shape.get("channel", markets::channel, Channel.SHELF);
        Instant at = shape.get("at", markets::moment, now);
        Buyer buyer = shape.get("buyer", parties::buyer, Buyer.unknown());
        PriceReader prices = new PriceReader(values, currency);
        ListTotal total = new ListTotal(findings);
        LineReader reader = new LineReader(values, prices, total);
        List<Line> lines = shape.require("lines", reader::read, List.of());
        List<Store> stores = parties.stores(shape.get("stores", this::stores, List.of()), reader.sellers());
        Map<String, Money> shipping =
                shape.get("shipping", node -> new FeeReader(values, prices, total).read(node, reader.sellers()), Map.of());
        String method = shape.get("shippingMethod", values::id, "");
        String payment = shape.get("paymentMethod", values::id, "");
        Optional<Client> client = shape.get("client", markets::client, Optional.empty());
        List<String> codes = shape.get("codes", this::codes, List.of());
        Remaining remaining = shape.get("remaining", new RemainingReader(values, prices)::remaining, Remaining.UNTOUCHED);
        Attributes attributes = new AttributesReader(values).of(shape);
        List<Balance> balances = shape.get("balances", new BalancesReader(values)::read, List.of());
        return findings.hasErrors() ? Optional.empty() : Optional.of(new Basket(id, market, prices.currency(), locale,
                channel, at, buyer, stores, lines, shipping, method, payment, client, codes, remaining, attributes, balances));
    }

    private List<Node> stores(Node node) {
        List<Node> items = values.items(node);
        if (items.size() > MOST_STORES) {
            findings.error("too-many-stores", node.spot(),
                    "\"stores\" has " + items.size() + " stores, more than " + MOST_STORES, "");
            return List.of();
        }
        return items;
    }

    private List<String> codes(Node node) {
        List<String> codes = Code.distinct(values.items(node).stream().map(values::typed).toList());
        if (codes.size() > Basket.MOST_CODES) {
            findings.error("too-many-codes", node.spot(),
                    "\"codes\" has " + codes.size() + " different codes, more than " + Basket.MOST_CODES, "");
        }
        return codes;
    }
}
