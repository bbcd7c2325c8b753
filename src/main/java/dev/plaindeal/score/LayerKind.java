package dev.plaindeal.score;

/** What a layer gives. */
public enum LayerKind implements TermsKey {
    /** A percentage off. */
    PERCENT("percent"),
    /** An amount off. */
    AMOUNT("amount"),
    /** The price to pay is announced. */
    NOW_PRICE("now_price"),
    /** Buy some, get some. */
    BOGO("bogo"),
    /** No shipping fee. */
    FREE_SHIPPING("free_shipping"),
    /** Something else in the parcel. */
    GIFT("gift");

    private final String key;

    LayerKind(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }

    /** Whether the layer states a number to work with. */
    public boolean hasValue() {
        return this == PERCENT || this == AMOUNT || this == NOW_PRICE;
    }
}
