package dev.plaindeal.limits;

/** What a store knows of an order. */
public enum HoldState {
    /** Its uses are set aside until it is confirmed, released, or its time is over and somebody sweeps. Confirming it works. */
    HELD,
    /** It is paid: its uses are spent, less what came back by returns. */
    CONFIRMED,
    /** The host gave its uses back. */
    RELEASED,
    /** Its time was over and its uses went back; others may have them by now. Reserve again before anything is paid. */
    LAPSED,
    /** No order of this key was ever reserved. */
    UNKNOWN
}
