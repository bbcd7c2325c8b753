package dev.plaindeal.basket;

/** What an attribute of the host's own is told of. */
public enum AttributeOwner {

    /** The basket. */
    BASKET("the basket"),
    /** The buyer. */
    BUYER("the buyer"),
    /** A store. */
    STORE("a store"),
    /** A line. */
    LINE("a line");

    private final String words;

    AttributeOwner(String words) {
        this.words = words;
    }

    /** What to call it in a sentence. */
    public String words() {
        return words;
    }
}
