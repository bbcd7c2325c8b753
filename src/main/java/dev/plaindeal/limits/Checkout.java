package dev.plaindeal.limits;

import dev.plaindeal.limits.Reservation.Shortage;
import dev.plaindeal.receipt.Receipt;
import java.time.Instant;
import java.util.List;

/** What a buyer is told before paying. */
public sealed interface Checkout {

    /**
     * This is the price, and everything it rests on is set aside: confirming it works.
     *
     * @param receipt what to pay
     * @param until when the time to pay is over
     * @param ranOut caps that others emptied while the order was priced, each as often as it was found so; where there are any, the
     *     price may be higher than one shown before, and the receipt's {@code rejected} says why
     * @param uncounted what the receipt reserves that no store of limits counts: the buyer's balances, which the host books itself
     */
    record Reserved(Receipt receipt, Instant until, List<Shortage> ranOut, List<String> uncounted) implements Checkout {
        /** Copies the lists. */
        public Reserved {
            ranOut = List.copyOf(ranOut);
            uncounted = List.copyOf(uncounted);
        }
    }

    /**
     * Others were faster each time; nothing new is set aside. Ask again.
     *
     * @param ranOut what was short, each as often as it was found so
     */
    record TooBusy(List<Shortage> ranOut) implements Checkout {
        /** Copies the list. */
        public TooBusy {
            ranOut = List.copyOf(ranOut);
        }
    }

    /**
     * This order was confirmed before; nothing was priced anew.
     *
     * @param order its key
     */
    record AlreadyPaid(String order) implements Checkout {}
}
