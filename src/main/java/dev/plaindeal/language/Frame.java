package dev.plaindeal.language;

/** How a headline presents what the buyer saves. Each frame has a sentence of its own in every language. */
public enum Frame {
    /** As money: "Save $48.00." */
    AMOUNT(MessageKey.HEADLINE_AMOUNT),
    /** As one net percentage: "Save 10%." */
    PERCENT(MessageKey.HEADLINE_PERCENT),
    /** Everything is off: "Free." */
    FREE(MessageKey.HEADLINE_FREE),
    /** Nothing is announced; the headline only states the price. */
    NONE(MessageKey.HEADLINE_NONE);

    private final MessageKey sentence;

    Frame(MessageKey sentence) {
        this.sentence = sentence;
    }

    public MessageKey sentence() {
        return sentence;
    }
}
