package dev.plaindeal.price;

/** What came of asking one offer for its money. */
public sealed interface Outcome {

    /**
     * It holds.
     *
     * @param discount minor units taken off in all, 0 or more
     * @param byLine share of each line, in basket order; empty for shipping offers
     * @param byFee share of each store's fee, in the order of {@link PricedBasket#feeStore}; empty for offers on goods
     * @param capped whether its own cap was reached
     * @param givenUp minor units that no line could take because of a floor
     * @param tier which tier of a ladder was reached, from 1 for the lowest; 0 where there is no ladder
     * @param items how many single items took part, 0 where it is not a deal on items
     * @param added what it adds to the parcel
     */
    record Taken(long discount, long[] byLine, long[] byFee, boolean capped, long givenUp, int tier, long items, Added added)
            implements Outcome {

        /** Where nothing is added to the parcel. */
        public Taken(long discount, long[] byLine, long[] byFee, boolean capped, long givenUp, int tier, long items) {
            this(discount, byLine, byFee, capped, givenUp, tier, items, Added.NOTHING);
        }

        /** Without a ladder. */
        public Taken(long discount, long[] byLine, long[] byFee, boolean capped, long givenUp) {
            this(discount, byLine, byFee, capped, givenUp, 0, 0);
        }

        /** Where no items are counted. */
        public Taken(long discount, long[] byLine, long[] byFee, boolean capped, long givenUp, int tier) {
            this(discount, byLine, byFee, capped, givenUp, tier, 0);
        }

        Taken reaching(int reached) {
            return new Taken(discount, byLine, byFee, capped, givenUp, reached, items, added);
        }

        /** What the buyer gains by it: what it takes off, and what the things it adds are worth; minor units. */
        public long gain() {
            return discount + added.worth();
        }

        /** The same to put the largest first: where something is added and nothing is said of its worth, it is more than any money. */
        public long rank() {
            return added.quantity() > 0 && added.worth() == 0 ? Long.MAX_VALUE : gain();
        }
    }

    /**
     * What an offer adds to the parcel.
     *
     * @param quantity how many gifts
     * @param worth minor units that they are worth together, 0 where nothing is said of it
     */
    record Added(int quantity, long worth) {
        /** No gift. */
        public static final Added NOTHING = new Added(0, 0);
    }

    /**
     * Not enough was spent or bought, or too much.
     *
     * @param measure what is counted
     * @param needed what has to be reached: minor units or items
     * @param have what the basket has, same measure
     */
    record Missed(Measure measure, long needed, long have) implements Outcome {

        /** Whether there is too much, so that no more of anything mends it. */
        public boolean isTooMuch() {
            return measure == Measure.MONEY_AT_MOST || measure == Measure.ITEMS_AT_MOST;
        }
    }

    /** Nothing in the basket is what the offer is for. */
    record NothingInScope() implements Outcome {}

    /** The offer names no amount in the basket's currency. */
    record NoAmount() implements Outcome {}

    /** What a threshold counts. */
    enum Measure {
        /** Minor units, reached at or above. */
        MONEY,
        /** Minor units, reached only above. */
        MONEY_ABOVE,
        /** Items. */
        ITEMS,
        /** Minor units that may not be passed. */
        MONEY_AT_MOST,
        /** Items that may not be passed. */
        ITEMS_AT_MOST
    }
}
