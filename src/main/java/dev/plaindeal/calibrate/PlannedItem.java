package dev.plaindeal.calibrate;

/** One thing that a person is asked. */
public sealed interface PlannedItem {

    /** Its name in answers, for instance {@code 3-07}: the seventh of the third form. */
    String id();

    /**
     * Which of two is easier to work out?
     *
     * @param a id of the card shown first
     * @param b id of the other
     */
    record PairChoice(String id, String a, String b) implements PlannedItem {}

    /**
     * A choice asked once more with the sides swapped: whoever works it out mostly answers alike.
     *
     * @param of id of the choice
     */
    record RepeatedChoice(String id, String of, String a, String b) implements PlannedItem {}

    /**
     * One is the other and much more; whoever looks knows.
     *
     * @param easier the side that is easier
     */
    record AttentionCheck(String id, String a, String b, Side easier) implements PlannedItem {}

    /**
     * What is the price to pay? The time until it is known counts.
     *
     * @param card id of the card
     */
    record TimedPrice(String id, String card) implements PlannedItem {}
}
