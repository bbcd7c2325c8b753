package dev.plaindeal.model;

import dev.plaindeal.basket.AttributeOwner;
import dev.plaindeal.offer.Condition;
import dev.plaindeal.offer.DeclaredAttribute;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What rules may ask of a chance, each with all that has to be known of it; a getter without its entry here fails a test. */
public enum ChanceField {
    CODE("code", About.CODE, 0, Holds.CODE, of(Chance::presentedCode)),
    CODE_POOL("codePool", About.CODE, 1, Holds.POOL, of(Chance::pool)),
    STORE("store", About.STORE, 2, Holds.ANYTHING, ofStore(StoreChance::getStore)),
    MARKET("market", About.MARKET, 3, Holds.COUNTRY, of(Chance::getMarket)),
    CURRENCY("currency", About.BASKET, 4, Holds.CURRENCY, of(Chance::getCurrency)),
    LOCALE("locale", About.BASKET, 5, Holds.ANYTHING, of(Chance::getLocale)),
    CHANNEL("channel", About.CHANNEL, 6, Holds.CHANNEL, of(Chance::getChannel)),
    SHIPPING_METHOD("shippingMethod", "shipping method", About.BASKET, of(Chance::getShippingMethod), Eligibility::shipping),
    PAYMENT_METHOD("paymentMethod", "payment method", About.CHECKOUT, of(Chance::getPaymentMethod), Eligibility::paying),
    CLIENT(
            "client", "client", About.CHECKOUT, Integer.MAX_VALUE, Holds.CLIENT, of(Chance::getClient), Eligibility::ordering),
    NEW_BUYER(
            "newBuyer", "\"new buyer\"", About.BUYER, of(Chance::isNewBuyer),
            Eligibility.yesNo("new buyers only", "returning buyers only")),
    PRIOR_ORDERS("priorOrders", "prior orders", About.BUYER, of(Chance::getPriorOrders), Eligibility::orders),
    SEGMENTS("segments", "segments", About.BUYER, of(Chance::getSegments), Eligibility.names("%s only", "not for %s")),
    SKUS("skus", "skus", About.BASKET, of(Chance::getSkus), Eligibility::inBasket),
    CATEGORIES("categories", "categories", About.BASKET, of(Chance::getCategories), Eligibility::inBasket),
    BRANDS("brands", "brands", About.BASKET, of(Chance::getBrands), Eligibility::inBasket),
    TAGS("tags", "tags", About.BASKET, of(Chance::getTags), Eligibility::inBasket),
    CROSS_BORDER(
            "crossBorder", "\"cross-border store\"", About.STORE, ofStore(StoreChance::isCrossBorder),
            Eligibility.yesNo("only from stores abroad", "only from stores in the buyer's own country")),
    FULL_MANAGED(
            "fullManaged", "\"full-managed store\"", About.STORE, ofStore(StoreChance::isFullManaged),
            Eligibility.yesNo("only from shops run by the platform", "only from shops the seller runs"));

    /** What a condition on a field is about: what has to be another for it to be met. */
    public enum About {
        /** The country. */
        MARKET,
        /** The place to buy. */
        CHANNEL,
        /** The seller. */
        STORE,
        /** The buyer. */
        BUYER,
        /** The presented code. */
        CODE,
        /** What the buyer can still choose: how to pay, with what to order, an attribute that says so. */
        CHECKOUT,
        /** The basket itself. */
        BASKET;

        /** Whether each chance has its own of it; one basket can have several. */
        public boolean isOfChance() {
            return switch (this) {
                case STORE, CODE -> true;
                case MARKET, CHANNEL, BUYER, CHECKOUT, BASKET -> false;
            };
        }
    }

    /** What a text field can hold, where that is known. */
    public enum Holds {
        /** A country's code. */
        COUNTRY,
        /** A currency's code. */
        CURRENCY,
        /** The key of a channel. */
        CHANNEL,
        /** The key of a client. */
        CLIENT,
        /** What buyers type. */
        CODE,
        /** The name of a pool of codes. */
        POOL,
        /** Anything; also where the field is no text. */
        ANYTHING
    }

    private static final Map<String, ChanceField> BY_KEY =
            Arrays.stream(values()).collect(Collectors.toMap(ChanceField::key, Function.identity()));

    private final String key;
    private final String words;
    private final About about;
    private final int rank;
    private final Holds holds;
    private final Function<Chance, Optional<Object>> getter;
    private final Function<Condition, String> eligibility;

    /** Where an offer lives: no condition to the buyer who meets it there, and what rules are found by. */
    ChanceField(String key, About about, int rank, Holds holds, Function<Chance, Optional<Object>> getter) {
        this(key, key, about, rank, holds, getter, condition -> "");
    }

    /** A condition to the buyer. */
    ChanceField(
            String key, String words, About about, Function<Chance, Optional<Object>> getter,
            Function<Condition, String> eligibility) {
        this(key, words, about, Integer.MAX_VALUE, Holds.ANYTHING, getter, eligibility);
    }

    ChanceField(
            String key, String words, About about, int rank, Holds holds, Function<Chance, Optional<Object>> getter,
            Function<Condition, String> eligibility) {
        this.key = key;
        this.words = words;
        this.about = about;
        this.rank = rank;
        this.holds = holds;
        this.getter = getter;
        this.eligibility = eligibility;
    }

    private static Function<Chance, Optional<Object>> of(Function<Chance, Object> getter) {
        return chance -> Optional.of(getter.apply(chance));
    }

    private static Function<Chance, Optional<Object>> ofStore(Function<StoreChance, Object> getter) {
        return chance -> chance instanceof StoreChance own ? Optional.of(getter.apply(own)) : Optional.empty();
    }

    /** The field rule files call so, or empty. */
    public static Optional<ChanceField> find(String key) {
        return Optional.ofNullable(BY_KEY.get(key));
    }

    /** What these conditions ask of the buyer, in words the buyer reads. */
    public static List<String> eligibility(List<Condition> conditions) {
        return conditions.stream()
                .map(condition -> condition.attribute()
                        .map(attribute -> Eligibility.attribute(attribute, condition))
                        .orElseGet(() -> of(condition).eligibility.apply(condition)))
                .filter(sentence -> !sentence.isEmpty())
                .toList();
    }

    /** What a condition is about, an attribute of the host's own too. */
    public static About about(Condition condition) {
        return condition.attribute().map(ChanceField::about).orElseGet(() -> of(condition).about);
    }

    private static About about(DeclaredAttribute attribute) {
        return attribute.buyerChooses() ? About.CHECKOUT : about(attribute.owner());
    }

    private static About about(AttributeOwner owner) {
        return switch (owner) {
            case BASKET, LINE -> About.BASKET;
            case BUYER -> About.BUYER;
            case STORE -> About.STORE;
        };
    }

    /** What to call what a condition asks for in a sentence. */
    public static String words(Condition condition) {
        return condition.attribute().map(DeclaredAttribute::words).orElseGet(() -> of(condition).words);
    }

    /** The field a condition asks for that is no attribute of the host's own. */
    public static ChanceField of(Condition condition) {
        return find(condition.field()).orElseThrow();
    }

    /** How rule files write it. */
    public String key() {
        return key;
    }

    /** What to call it in a sentence. */
    public String words() {
        return words;
    }

    /** What a condition on it is about. */
    public About about() {
        return about;
    }

    /** How good it is to find rules by: the lower, the fewer rules an equality on it leaves. */
    public int rank() {
        return rank;
    }

    /** What it can hold. */
    public Holds holds() {
        return holds;
    }

    /** Its value, or empty when this kind of chance has no such field. */
    public Optional<Object> value(Chance chance) {
        return getter.apply(chance);
    }
}
