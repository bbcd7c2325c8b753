package dev.plaindeal.offer;

import dev.plaindeal.money.Amounts;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** The shape of an offer: what a promotion takes off, and how often. */
public sealed interface Reward {

    /**
     * An answer for each kind of reward, for places where every kind needs one of its own: a new kind does not compile until each
     * of them has it.
     *
     * @param <T> the answer
     */
    interface Cases<T> {
        /** A benefit on everything in scope. */
        T off(Off reward);

        /** A ladder. */
        T tiers(Tiers reward);

        /** For every X, Y off. */
        T every(Every reward);

        /** Complete sets. */
        T sets(Sets reward);

        /** Every n-th unit. */
        T nth(Nth reward);

        /** Buy x, get y. */
        T buyGet(BuyGet reward);

        /** The cheapest or dearest units. */
        T single(Single reward);

        /** Shipping fees. */
        T shipping(Shipping reward);

        /** Something added for nothing. */
        T gift(Gift reward);
    }

    /** The answer for this kind. */
    <T> T match(Cases<T> cases);

    /** Whether it adds something and takes no money off. */
    default boolean isGift() {
        return this instanceof Gift;
    }

    /** One that takes money off what is bought. */
    sealed interface OnGoods extends Reward {}

    /** One that is counted in single units, of which a unit that took part in one deal takes part in no other. */
    sealed interface UnitDeal extends OnGoods {}

    /** What one benefit is counted for. */
    enum Per {
        /** Once for all lines in scope together. */
        SCOPE,
        /** Once for each line. */
        LINE,
        /** Once for each unit. */
        UNIT
    }

    /**
     * A benefit on everything in scope: percent off, amount off, now-price, one price for all.
     *
     * @param benefit how much
     * @param per what it is counted for
     */
    record Off(Benefit benefit, Per per) implements OnGoods {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.off(this);
        }
    }

    /**
     * A ladder: the highest tier reached counts.
     *
     * @param tiers in rising order of level, all of one kind of level
     */
    record Tiers(List<Tier> tiers) implements OnGoods {
        /** Copies the list. */
        public Tiers {
            tiers = List.copyOf(tiers);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.tiers(this);
        }
    }

    /**
     * For every X spent or bought, Y off.
     *
     * @param step X
     * @param off Y
     * @param most how many times at most
     */
    record Every(Level step, Amounts off, OptionalInt most) implements OnGoods {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.every(this);
        }
    }

    /**
     * Complete sets of units get a benefit.
     *
     * @param parts what one set is made of
     * @param benefit how much per set
     * @param per {@link Per#SCOPE} for the set as a whole, {@link Per#UNIT} for each unit in it
     * @param most how many sets at most
     */
    record Sets(List<Part> parts, Benefit benefit, Per per, OptionalInt most) implements UnitDeal {
        /** Copies the list. */
        public Sets {
            parts = List.copyOf(parts);
        }

        /** Units in one set. */
        public long size() {
            return parts.stream().mapToLong(Part::count).sum();
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.sets(this);
        }
    }

    /**
     * One part of a set.
     *
     * @param count how many units
     * @param skus of which skus, empty for any in scope
     */
    record Part(int count, Set<String> skus) {
        /** Copies the skus. */
        public Part {
            skus = Set.copyOf(skus);
        }
    }

    /**
     * Every n-th unit, the units sorted dearest first, gets a benefit.
     *
     * @param n which unit of each n
     * @param benefit how much on that unit
     * @param most how many such units at most
     */
    record Nth(int n, Benefit benefit, OptionalInt most) implements UnitDeal {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.nth(this);
        }
    }

    /**
     * Buy x, get y.
     *
     * @param buy units to buy
     * @param buying skus or categories that count as bought
     * @param get units that get the benefit
     * @param getting skus or categories that can get it
     * @param benefit how much on each unit got
     * @param most how many times at most
     */
    record BuyGet(int buy, Scope.Names buying, int get, Scope.Names getting, Benefit benefit, OptionalInt most)
            implements UnitDeal {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.buyGet(this);
        }
    }

    /**
     * A benefit on the cheapest (or dearest) units.
     *
     * @param units how many
     * @param benefit how much on each
     */
    record Single(int units, Benefit benefit) implements UnitDeal {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.single(this);
        }
    }

    /**
     * A benefit on shipping fees; 100 % off is free shipping.
     *
     * @param benefit how much, for each store's fee in scope (an amount: once over all of them)
     */
    record Shipping(Benefit benefit) implements Reward {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.shipping(this);
        }
    }

    /**
     * Something added to the parcel at no price.
     *
     * @param sku what
     * @param name its name for people
     * @param quantity how many
     */
    record Gift(String sku, String name, int quantity) implements Reward {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.gift(this);
        }
    }
}
