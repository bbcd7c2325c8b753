package dev.plaindeal.score;

/** What a layer counts for. */
public enum LayerReach implements TermsKey {
    /** The whole order. */
    ORDER("order"),
    /** One store. */
    STORE("store"),
    /** A category. */
    CATEGORY("category"),
    /** A list of skus. */
    SKU_LIST("sku_list");

    private final String key;

    LayerReach(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }
}
