package dev.plaindeal.limits;

import java.util.List;

/** What happened to limits; carries no order, no buyer and no money, so that it can go to logs and metrics as it is. */
public sealed interface LimitEvent {

    /**
     * An order was priced and what it takes is set aside.
     *
     * @param rounds how often it was priced for that, 1 where nobody was faster
     */
    record WasHeld(int rounds) implements LimitEvent {}

    /**
     * Others were faster, and the order was priced again or given up.
     *
     * @param promotions whose caps were short, or the codes of which: the first part of a counter's name, sorted
     */
    record RanOut(List<String> promotions) implements LimitEvent {
        /** Copies the list. */
        public RanOut {
            promotions = List.copyOf(promotions);
        }
    }

    /** After all rounds something was still short. */
    record GaveUp() implements LimitEvent {}

    /**
     * The host asked for something else.
     *
     * @param asked for what
     * @param state what the store answered
     */
    record Answered(HostCall asked, HoldState state) implements LimitEvent {}

    /** What hosts ask for. */
    enum HostCall {
        /** The order is paid. */
        CONFIRM,
        /** The order is given up. */
        RELEASE,
        /** Things came back. */
        RETURN,
        /** The buyer needs longer. */
        RENEW
    }

    /**
     * Holds whose time was over gave back what they took.
     *
     * @param orders how many
     */
    record Lapsed(int orders) implements LimitEvent {}
}
