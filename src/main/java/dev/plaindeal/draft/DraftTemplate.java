package dev.plaindeal.draft;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Announcements that people copy most: what is known of them before the first question. */
public enum DraftTemplate {
    /** A code for some percent. */
    PERCENT_CODE("10 % off from so much spent, with a code", "platform-coupon", "percent-off", "percent=10"),
    /** A code of a store for an amount. */
    STORE_CODE("an amount off one store's items, with a code", "store-coupon", "amount-off", ""),
    /** Percent off all, for some days. */
    SALE("a percentage off everything, for some days", "platform-threshold", "percent-off", ""),
    /** A new price. */
    FLASH_PRICE("each item of a store at a new price, for some days", "item-price", "now-price", ""),
    /** A ladder. */
    SPEND_AND_SAVE("spend more, save more", "platform-threshold", "tiers", ""),
    /** So much off for every so much. */
    FULL_REDUCTION("an amount off for every so much spent in a store", "store-threshold", "every", "times=5"),
    /** One more for nothing. */
    BUY_ONE_GET_ONE("buy one, get one free", "store-threshold", "buy-get", "buy=1 get=1"),
    /** Three, two of them paid. */
    THREE_FOR_TWO("three for the price of two", "store-threshold", "buy-get", "buy=2 get=1"),
    /** Half a price. */
    SECOND_HALF_PRICE("the second item at half its price", "store-threshold", "nth-item", "items=2 saving=50%"),
    /** A set. */
    MULTIBUY("three items for one price", "store-threshold", "set-price", "items=3"),
    /** No fee from some spend on. */
    FREE_SHIPPING_FROM("free shipping from so much spent", "shipping", "free-shipping", ""),
    /** Something in the parcel. */
    GIFT_FROM("a gift from so much spent", "platform-threshold", "gift", "");

    private final String words;
    private final Map<Question, String> known = new EnumMap<>(Question.class);

    DraftTemplate(String words, String layer, String kind, String more) {
        this.words = words;
        known.put(Question.LAYER, layer);
        known.put(Question.KIND, kind);
        for (String one : more.isEmpty() ? new String[0] : more.split(" ")) {
            known.put(Question.valueOf(one.split("=")[0].toUpperCase(Locale.ROOT)), one.split("=")[1]);
        }
    }

    /** Its name on the command line. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What it is, in a few words. */
    public String words() {
        return words;
    }

    /** What it knows of this, or empty. */
    public Optional<String> answer(Question question) {
        return Optional.ofNullable(known.get(question));
    }

    /** The one with this name, or empty. */
    public static Optional<DraftTemplate> find(String key) {
        return Arrays.stream(values()).filter(template -> template.key().equals(key)).findFirst();
    }
}
