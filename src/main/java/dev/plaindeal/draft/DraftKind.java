package dev.plaindeal.draft;

import dev.plaindeal.policy.Layer;
import java.util.Arrays;
import java.util.Optional;

/** Kinds of promotions that can be drafted. */
public enum DraftKind {
    /** A percentage off. */
    PERCENT_OFF("percent-off", "a percentage off everything", "percentOff"),
    /** An amount off. */
    AMOUNT_OFF("amount-off", "an amount off, once", "amountOff"),
    /** An amount off each item. */
    AMOUNT_OFF_EACH("amount-off-each", "an amount off each item", "amountOffEach"),
    /** Each item at a new price. */
    NOW_PRICE("now-price", "each item at a new price", "nowPrice"),
    /** So many items for one price. */
    SET_PRICE("set-price", "so many items together for one price", "forPrice"),
    /** Something off every so-manieth item. */
    NTH_ITEM("nth-item", "something off every second, third, ... item", "nthItem"),
    /** Something off the cheapest item. */
    CHEAPEST_OFF("cheapest-off", "something off the cheapest item", "cheapestOff"),
    /** Spend more, save more. */
    TIERS("tiers", "spend more, save more", "tier"),
    /** Buy more, save more. */
    ITEM_TIERS("item-tiers", "buy more items, save more", "tier"),
    /** An amount off for every so much spent. */
    EVERY("every", "an amount off for every so much spent", "every"),
    /** Buy some, get some free. */
    BUY_GET("buy-get", "buy some, get some free", "buyGet"),
    /** No shipping fee. */
    FREE_SHIPPING("free-shipping", "no shipping fee", "freeShipping"),
    /** Less shipping fee. */
    SHIPPING_OFF("shipping-off", "something off the shipping fee", "shippingOff"),
    /** Shipping at a price. */
    SHIPPING_FOR("shipping-for", "shipping for so much at most", "shippingFor"),
    /** Something for nothing. */
    GIFT("gift", "a gift in the parcel", "gift");

    private final String key;
    private final String words;
    private final String word;

    DraftKind(String key, String words, String word) {
        this.key = key;
        this.words = words;
        this.word = word;
    }

    /** The word on the command line. */
    public String key() {
        return key;
    }

    /** What it is, in a few words. */
    String words() {
        return words;
    }

    /** The word of rule files that says its saving. */
    String word() {
        return word;
    }

    /** Whether it needs this answer more than any promotion does. */
    boolean asks(Question question) {
        return switch (this) {
            case PERCENT_OFF -> question == Question.PERCENT;
            case AMOUNT_OFF -> question == Question.AMOUNT;
            case AMOUNT_OFF_EACH -> question == Question.AMOUNT;
            case NOW_PRICE -> question == Question.PRICE;
            case SET_PRICE -> question == Question.ITEMS || question == Question.PRICE;
            case NTH_ITEM -> question == Question.ITEMS || question == Question.SAVING;
            case CHEAPEST_OFF -> question == Question.SAVING;
            case TIERS -> question == Question.TIERS;
            case ITEM_TIERS -> question == Question.ITEM_TIERS;
            case EVERY -> question == Question.AMOUNT || question == Question.THRESHOLD || question == Question.TIMES;
            case BUY_GET -> question == Question.BUY || question == Question.GET;
            case FREE_SHIPPING -> false;
            case SHIPPING_OFF -> question == Question.SAVING;
            case SHIPPING_FOR -> question == Question.PRICE;
            case GIFT -> question == Question.GIFT || question == Question.GIFT_NAME;
        };
    }

    /** The kind with this word, or empty. */
    public static Optional<DraftKind> find(String key) {
        return Arrays.stream(values()).filter(kind -> kind.key.equals(key)).findFirst();
    }

    /** Whether it is about the shipping fee. */
    boolean ships() {
        return this == FREE_SHIPPING || this == SHIPPING_OFF || this == SHIPPING_FOR;
    }

    /** Whether promotions of this kind can be in this layer. Coupons can give free shipping, which moves them there. */
    boolean fits(Layer layer) {
        boolean coupon = layer == Layer.STORE_COUPON || layer == Layer.PLATFORM_COUPON;
        return ships() ? layer == Layer.SHIPPING || coupon : layer != Layer.SHIPPING;
    }
}
