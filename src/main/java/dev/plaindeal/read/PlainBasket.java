package dev.plaindeal.read;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.plaindeal.basket.Attributes;
import dev.plaindeal.basket.Basket;
import dev.plaindeal.basket.Buyer;
import dev.plaindeal.basket.Channel;
import dev.plaindeal.basket.Client;
import dev.plaindeal.basket.Line;
import dev.plaindeal.basket.Remaining;
import dev.plaindeal.basket.Store;
import dev.plaindeal.money.Currency;
import dev.plaindeal.money.Money;
import dev.plaindeal.text.Blanks;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads what most baskets are in a fraction of the time: ASCII without escapes, with the fields that most have and nothing wrong. Whatever
 * is not so is left to {@link BasketObject}, which knows all fields and says what is wrong and where; so this never says anything. What
 * both read is equal, as a test holds over all fixtures. For one thread.
 */
final class PlainBasket {

    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
            .build();
    private static final int MOST_ORDERS = 1_000_000;
    private static final int LONGEST_WHOLE = 13;
    private static final int LONGEST_AMOUNT = 22;

    private final JsonParser parser;
    private final FieldNames fields = new FieldNames();
    private String id = "";
    private String market = "";
    private String currency = "";
    private String locale = "";
    private Channel channel = Channel.SHELF;
    private Optional<Instant> at = Optional.empty();
    private Buyer buyer = Buyer.unknown();
    private final Map<String, Store> stores = new LinkedHashMap<>();
    private final List<PlainLine> lines = new ArrayList<>();
    private final Map<String, String> shipping = new TreeMap<>();
    private String shippingMethod = "";
    private String paymentMethod = "";
    private Optional<Client> client = Optional.empty();
    private final List<String> codes = new ArrayList<>();

    /** A line whose price waits for the currency. */
    private record PlainLine(String id, String sku, String store, String category, String brand, String price, int quantity) {}

    /** The names of an object's fields, found sooner one by one than by a hash: so many fields or stores with a fee are unusual. */
    private static final class FieldNames {
        private static final int MOST = 24;

        private final List<String> names = new ArrayList<>();

        /** Whether it is there for the first time, and they are not many. */
        boolean add(String name) {
            return names.size() < MOST && !names.contains(name) && names.add(name);
        }

        boolean contains(String name) {
            return names.contains(name);
        }
    }

    /** What is not as most are; made once, because it says nothing. */
    private static final class Unusual extends Exception {
        private static final long serialVersionUID = 1L;

        private static final Unusual IT = new Unusual();

        private Unusual() {
            super(null, null, false, false);
        }
    }

    private PlainBasket(JsonParser parser) {
        this.parser = parser;
    }

    /**
     * The basket, empty where it is not as most are, whether that is right or wrong.
     *
     * @param now the moment for a basket that names none
     */
    static Optional<BasketReading> read(byte[] bytes, int line, Instant now) {
        if (!isPlain(bytes)) {
            return Optional.empty();
        }
        try (JsonParser parser = JSON.createParser(bytes)) {
            PlainBasket plain = new PlainBasket(parser);
            Basket basket = plain.whole(now);
            return Optional.of(new BasketReading(line, Optional.of(basket), List.of(), plain.at.isPresent() ? Optional.empty() : Optional.of(now)));
        } catch (IOException | Unusual | IllegalArgumentException | ArithmeticException | DateTimeException other) {
            return Optional.empty();
        }
    }

    /** One line of ASCII from its first bracket on, without escapes and control characters. */
    private static boolean isPlain(byte[] bytes) {
        if (bytes.length == 0 || bytes[0] != '{') {
            return false;
        }
        for (byte one : bytes) {
            if (one < ' ' && one != '\t' && one != '\r' || one == '\\' || one == 0x7f) {
                return false;
            }
        }
        return true;
    }

    private Basket whole(Instant now) throws IOException, Unusual {
        require(parser.nextToken() == JsonToken.START_OBJECT);
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            require(fields.add(name));
            parser.nextToken();
            field(name);
        }
        require(parser.nextToken() == null);
        require(!lines.isEmpty() && !id.isEmpty() && !market.isEmpty());
        Optional<Currency> money = Currency.find(currency);
        require(money.isPresent());
        return basket(money.get(), now);
    }

    private static void require(boolean usual) throws Unusual {
        if (!usual) {
            throw Unusual.IT;
        }
    }

    private void field(String name) throws IOException, Unusual {
        switch (name) {
            case "format" -> require(whole(1, 1) == BasketReader.FORMAT);
            case "basket" -> id = text();
            case "market" -> market = text();
            case "currency" -> currency = text();
            case "locale" -> locale = text();
            case "channel" -> channel = known(Channel.find(text()));
            case "at" -> at = Optional.of(moment(text()));
            case "buyer" -> buyer();
            case "stores" -> stores();
            case "lines" -> lines();
            case "shipping" -> shipping();
            case "shippingMethod" -> shippingMethod = name();
            case "paymentMethod" -> paymentMethod = name();
            case "client" -> client = Optional.of(known(Client.find(text())));
            case "codes" -> codes();
            case "remaining" -> nothing();
            default -> throw Unusual.IT;
        }
    }

    private static <T> T known(Optional<T> value) throws Unusual {
        require(value.isPresent());
        return value.get();
    }

    /** Something in quotes that is more than blanks. */
    private String text() throws IOException, Unusual {
        require(parser.currentToken() == JsonToken.VALUE_STRING);
        String text = parser.getText();
        require(!Blanks.isOnly(text));
        return text;
    }

    private String name() throws IOException, Unusual {
        String text = text();
        require(!Blanks.areAround(text));
        return text;
    }

    private String anyText() throws IOException, Unusual {
        require(parser.currentToken() == JsonToken.VALUE_STRING);
        return parser.getText();
    }

    private int whole(int least, int most) throws IOException, Unusual {
        require(parser.currentToken() == JsonToken.VALUE_NUMBER_INT);
        long value = parser.getLongValue();
        require(value >= least && value <= most);
        return (int) value;
    }

    private boolean flag() throws Unusual {
        JsonToken token = parser.currentToken();
        require(token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE);
        return token == JsonToken.VALUE_TRUE;
    }

    private static Instant moment(String text) throws Unusual {
        Optional<Instant> usual = PlainMoment.of(text);
        if (usual.isPresent()) {
            return usual.get();
        }
        require(MarketReader.MOMENT.matcher(text).matches());
        return OffsetDateTime.parse(text).toInstant();
    }

    private void buyer() throws IOException, Unusual {
        String buyerId = "";
        boolean isNew = false;
        int orders = 0;
        Set<String> segments = new HashSet<>();
        FieldNames seen = begin();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            switch (next(seen)) {
                case "id" -> buyerId = name();
                case "new" -> isNew = flag();
                case "priorOrders" -> orders = whole(0, MOST_ORDERS);
                case "segments" -> segments(segments);
                default -> throw Unusual.IT;
            }
        }
        buyer = new Buyer(buyerId, isNew, orders, segments);
    }

    private FieldNames begin() throws Unusual {
        require(parser.currentToken() == JsonToken.START_OBJECT);
        return new FieldNames();
    }

    /** The name of the field at hand, which comes once; its value is the token behind it. */
    private String next(FieldNames seen) throws IOException, Unusual {
        String name = parser.currentName();
        require(seen.add(name));
        parser.nextToken();
        return name;
    }

    private void segments(Set<String> segments) throws IOException, Unusual {
        require(parser.currentToken() == JsonToken.START_ARRAY);
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            require(segments.add(name()));
        }
    }

    private void codes() throws IOException, Unusual {
        require(parser.currentToken() == JsonToken.START_ARRAY);
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            codes.add(anyText());
        }
    }

    private void stores() throws IOException, Unusual {
        require(parser.currentToken() == JsonToken.START_ARRAY);
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            Store store = store();
            require(stores.put(store.id(), store) == null);
        }
    }

    private Store store() throws IOException, Unusual {
        String storeId = "";
        String origin = "local";
        boolean fullManaged = false;
        FieldNames seen = begin();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            switch (next(seen)) {
                case "id" -> storeId = text();
                case "origin" -> origin = text();
                case "fullManaged" -> fullManaged = flag();
                default -> throw Unusual.IT;
            }
        }
        require(origin.equals("local") || origin.equals("cross-border"));
        return new Store(storeId, origin.equals("cross-border"), fullManaged);
    }

    private void lines() throws IOException, Unusual {
        require(parser.currentToken() == JsonToken.START_ARRAY);
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            lines.add(line(Integer.toString(lines.size() + 1)));
        }
    }

    private PlainLine line(String position) throws IOException, Unusual {
        String lineId = position;
        String sku = "";
        String store = "";
        String category = "";
        String brand = "";
        String price = "";
        int quantity = 1;
        FieldNames seen = begin();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            switch (next(seen)) {
                case "id" -> lineId = text();
                case "sku" -> sku = text();
                case "store" -> store = text();
                case "category" -> category = anyText();
                case "brand" -> brand = anyText();
                case "unitPrice" -> price = text();
                case "quantity" -> quantity = whole(1, Line.MOST);
                default -> throw Unusual.IT;
            }
        }
        return new PlainLine(lineId, sku, store, category, brand, price, quantity);
    }

    private void shipping() throws IOException, Unusual {
        FieldNames seen = begin();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String store = next(seen);
            require(!Blanks.isOnly(store));
            shipping.put(store, text());
        }
    }

    /** What is left of nothing at all, as baskets written here say it. */
    private void nothing() throws IOException, Unusual {
        FieldNames seen = begin();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = next(seen);
            require(name.equals("uses") || name.equals("usesByBuyer") || name.equals("budget"));
            require(parser.currentToken() == JsonToken.START_OBJECT && parser.nextToken() == JsonToken.END_OBJECT);
        }
    }

    private Basket basket(Currency money, Instant now) throws Unusual {
        List<Line> all = new ArrayList<>(lines.size());
        Set<String> sellers = new HashSet<>();
        Map<String, Store> known = new LinkedHashMap<>(stores);
        for (PlainLine line : lines) {
            all.add(new Line(line.id, line.sku, line.store, line.category, line.brand, money(line.price, money), Optional.empty(),
                    Optional.empty(), line.quantity));
            sellers.add(line.store);
            known.computeIfAbsent(line.store, Store::local);
        }
        require(sellers.containsAll(known.keySet()));
        Map<String, Money> fees = new TreeMap<>();
        for (Map.Entry<String, String> fee : shipping.entrySet()) {
            require(sellers.contains(fee.getKey()));
            fees.put(fee.getKey(), money(fee.getValue(), money));
        }
        return new Basket(id, market, money, fields.contains("locale") ? locale : "en-" + market, channel, at.orElse(now), buyer,
                List.copyOf(known.values()), all, fees, shippingMethod, paymentMethod, client, codes, Remaining.UNTOUCHED, Attributes.NONE);
    }

    private static Money money(String text, Currency currency) throws Unusual {
        int point = text.indexOf('.');
        int whole = point < 0 ? text.length() : point;
        require(PriceReader.isPlain(text) && text.length() <= LONGEST_AMOUNT && whole <= LONGEST_WHOLE
                && text.length() - whole - 1 <= currency.digits());
        long minor = Long.parseLong(text.substring(0, whole));
        for (int i = 1; i <= currency.digits(); i++) {
            minor = minor * 10 + (whole + i < text.length() ? text.charAt(whole + i) - '0' : 0);
        }
        require(minor <= Basket.LARGEST_TOTAL);
        return new Money(minor, currency);
    }
}
