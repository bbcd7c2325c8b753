package dev.plaindeal.offer;

import dev.plaindeal.money.Amounts;
import dev.plaindeal.money.Currency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The shape of an offer: what a promotion takes off, and how often.
 *
 * <p>Adding a kind: write its record here and give it a case. Then nothing compiles until it answers every question below, and
 * until every place that asks by kind has an answer for it: how it is priced, how it looks to the buyer, what it is called.
 */
public sealed interface Reward {

    /**
     * An answer for each kind that takes money off what is bought.
     *
     * @param <T> the answer
     */
    interface GoodsCases<T> {
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

        /** Complete sets of several sizes. */
        T setTiers(SetTiers reward);

        /** The units of a group, place by place. */
        T staggered(Staggered reward);

        /** Units that are earned by what is spent or bought. */
        T earned(Earned reward);
    }

    /**
     * An answer for each kind of reward, for places where every kind needs one of its own: a new kind does not compile until each
     * of them has it.
     *
     * @param <T> the answer
     */
    interface Cases<T> extends GoodsCases<T> {
        /** Shipping fees. */
        T shipping(Shipping reward);

        /** Something added for nothing. */
        T gift(Gift reward);
    }

    /**
     * An answer for each thing that money is taken off.
     *
     * @param <T> the answer
     */
    interface Groups<T> {
        /** Off what is bought. */
        T goods(OnGoods reward);

        /** Off shipping fees. */
        T fees(Shipping reward);

        /** Off nothing. */
        T gift(Gift reward);
    }

    /** The answer for this kind. */
    <T> T match(Cases<T> cases);

    /** The answer for what this kind takes money off. */
    <T> T matchGroup(Groups<T> groups);

    /** What it adds to the parcel; then it takes no money off. */
    Optional<Gift> gift();

    /** Whether it adds something and takes no money off. */
    default boolean isGift() {
        return gift().isPresent();
    }

    /** Whether it takes money off shipping fees. */
    boolean isOnFees();

    /** Every benefit it can give; none where it takes no money off. */
    List<Benefit> benefits();

    /** What it asks to be spent or bought by itself, each with what that gives; a threshold is asked beside it. */
    List<Tier> steps();

    /**
     * The benefits of which one is taken, once, off all it is for: the most it takes is the largest of them. Empty where it takes
     * more: again and again, or line by line or unit by unit.
     */
    List<Benefit> once();

    /** Whether one sum is shared out over lines or fees, so that a cent may be left over. */
    boolean isShared();

    /** Whether what it takes off a line is the same whatever the other lines are. */
    boolean splitsByLine();

    /** Whether never more than one item gets it; a word on how many items of a line would say nothing, and a test says so. */
    default boolean isOnOneItem() {
        return false;
    }

    /** What is counted to know for how many items it is; empty for one that counts only what it is for. */
    default Optional<Threshold> earnedBy() {
        return Optional.empty();
    }

    /** Whether it shows the buyer steps of its own, in place of the one threshold that any other kind may have. */
    default boolean showsSteps() {
        return false;
    }

    /** Whether every amount of it is given in this currency. */
    default boolean isIn(Currency currency) {
        // Asked each time an offer is priced, so without iterators.
        List<Tier> steps = steps();
        for (int i = 0; i < steps.size(); i++) {
            if (!steps.get(i).isIn(currency)) {
                return false;
            }
        }
        List<Benefit> benefits = benefits();
        for (int i = 0; i < benefits.size(); i++) {
            if (!benefits.get(i).isIn(currency)) {
                return false;
            }
        }
        return true;
    }

    /** One that takes money off what is bought. */
    sealed interface OnGoods extends Reward {
        /** The answer for this kind. */
        <T> T matchGoods(GoodsCases<T> cases);

        @Override
        default <T> T match(Cases<T> cases) {
            return matchGoods(cases);
        }

        @Override
        default <T> T matchGroup(Groups<T> groups) {
            return groups.goods(this);
        }

        @Override
        default Optional<Gift> gift() {
            return Optional.empty();
        }

        @Override
        default boolean isOnFees() {
            return false;
        }
    }

    /** One that holds again and again, as often as the basket allows unless it says how often at most. */
    sealed interface Repeated extends OnGoods {
        /** How many times at most. */
        OptionalInt most();

        /** The same so many times at most. */
        Repeated upTo(OptionalInt times);
    }

    /**
     * One that is counted in single units, of which a unit that took part in one deal takes part in no other. It asks for units,
     * not for a level, and which ones get it depends on all of them.
     */
    sealed interface UnitDeal extends OnGoods {
        @Override
        default List<Tier> steps() {
            return List.of();
        }

        @Override
        default List<Benefit> once() {
            return List.of();
        }

        @Override
        default boolean splitsByLine() {
            return false;
        }
    }

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
        public <T> T matchGoods(GoodsCases<T> cases) {
            return cases.off(this);
        }

        @Override
        public List<Benefit> benefits() {
            return List.of(benefit);
        }

        @Override
        public List<Tier> steps() {
            return List.of();
        }

        @Override
        public List<Benefit> once() {
            return per == Per.SCOPE ? benefits() : List.of();
        }

        @Override
        public boolean isShared() {
            return per == Per.SCOPE || benefit.isPercent();
        }

        @Override
        public boolean splitsByLine() {
            return per != Per.SCOPE || benefit.isPercent();
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
        public <T> T matchGoods(GoodsCases<T> cases) {
            return cases.tiers(this);
        }

        @Override
        public List<Benefit> benefits() {
            return tiers.stream().map(Tier::benefit).toList();
        }

        @Override
        public List<Tier> steps() {
            return tiers;
        }

        @Override
        public List<Benefit> once() {
            return benefits();
        }

        @Override
        public boolean isShared() {
            return true;
        }

        @Override
        public boolean showsSteps() {
            return true;
        }

        @Override
        public boolean splitsByLine() {
            return tiers.stream().allMatch(tier -> tier.benefit().isPercent() && tier.most().isEmpty());
        }
    }

    /**
     * For every X spent or bought, Y off.
     *
     * @param step X
     * @param off Y
     * @param most how many times at most
     */
    record Every(Level step, Amounts off, OptionalInt most) implements Repeated {
        @Override
        public <T> T matchGoods(GoodsCases<T> cases) {
            return cases.every(this);
        }

        @Override
        public Every upTo(OptionalInt times) {
            return new Every(step, off, times);
        }

        @Override
        public List<Benefit> benefits() {
            return List.of(new Benefit.AmountOff(off));
        }

        @Override
        public List<Tier> steps() {
            return List.of(new Tier(step, new Benefit.AmountOff(off)));
        }

        @Override
        public List<Benefit> once() {
            return List.of();
        }

        @Override
        public boolean isShared() {
            return true;
        }

        @Override
        public boolean splitsByLine() {
            return false;
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
    record Sets(List<Part> parts, Benefit benefit, Per per, OptionalInt most) implements UnitDeal, Repeated {
        /** Copies the list. */
        public Sets {
            parts = List.copyOf(parts);
        }

        /** Units in one set. */
        public long size() {
            return parts.stream().mapToLong(Part::count).sum();
        }

        @Override
        public List<Benefit> benefits() {
            return List.of(benefit);
        }

        @Override
        public <T> T matchGoods(GoodsCases<T> cases) {
            return cases.sets(this);
        }

        @Override
        public Sets upTo(OptionalInt times) {
            return new Sets(parts, benefit, per, times);
        }

        @Override
        public boolean isShared() {
            return per == Per.SCOPE || benefit.isPercent();
        }
    }

    /**
     * One part of a set.
     *
     * @param count how many units
     * @param names of which skus or categories, none for any in scope that no other part names
     */
    record Part(int count, Scope.Names names) {}

    /**
     * Every n-th unit, the units sorted dearest first, gets a benefit.
     *
     * @param n which unit of each n
     * @param benefit how much on that unit
     * @param most how many such units at most
     */
    record Nth(int n, Benefit benefit, OptionalInt most) implements UnitDeal, Repeated {
        @Override
        public List<Benefit> benefits() {
            return List.of(benefit);
        }

        @Override
        public <T> T matchGoods(GoodsCases<T> cases) {
            return cases.nth(this);
        }

        @Override
        public Nth upTo(OptionalInt times) {
            return new Nth(n, benefit, times);
        }

        @Override
        public boolean isShared() {
            return benefit.isPercent();
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
            implements UnitDeal, Repeated {
        @Override
        public List<Benefit> benefits() {
            return List.of(benefit);
        }

        @Override
        public <T> T matchGoods(GoodsCases<T> cases) {
            return cases.buyGet(this);
        }

        @Override
        public BuyGet upTo(OptionalInt times) {
            return new BuyGet(buy, buying, get, getting, benefit, times);
        }

        /** The same where only these count as bought, and only those can be got. */
        public BuyGet between(Scope.Names bought, Scope.Names got) {
            return new BuyGet(buy, bought, get, got, benefit, most);
        }

        @Override
        public boolean isShared() {
            return benefit.isPercent();
        }
    }

    /**
     * A benefit on the cheapest (or dearest) units.
     *
     * @param units how many
     * @param benefit how much on each
     */
    record Single(int units, Benefit benefit) implements UnitDeal {
        /** The same on no more units than these. */
        public Single atMost(int most) {
            return new Single(Math.min(units, most), benefit);
        }

        @Override
        public List<Benefit> benefits() {
            return List.of(benefit);
        }

        @Override
        public <T> T matchGoods(GoodsCases<T> cases) {
            return cases.single(this);
        }

        @Override
        public boolean isOnOneItem() {
            return units == 1;
        }

        @Override
        public boolean isShared() {
            return benefit.isPercent();
        }
    }

    /**
     * A benefit that stands beside a number of units.
     *
     * @param number so many units, or the unit at this place
     * @param benefit how much
     */
    record At(int number, Benefit benefit) {}

    /**
     * Complete sets of several sizes: as many of the largest as there are, then of the next smaller one from what is left.
     *
     * @param tiers how many units make a set, and how much it gets, the smallest first; all percentages, or none
     * @param most how many sets at most
     */
    record SetTiers(List<At> tiers, OptionalInt most) implements UnitDeal, Repeated {
        /** Copies the list. */
        public SetTiers {
            tiers = List.copyOf(tiers);
        }

        /** Units in the largest set. */
        public int size() {
            return tiers.get(tiers.size() - 1).number();
        }

        @Override
        public <T> T matchGoods(GoodsCases<T> cases) {
            return cases.setTiers(this);
        }

        @Override
        public SetTiers upTo(OptionalInt times) {
            return new SetTiers(tiers, times);
        }

        @Override
        public List<Benefit> benefits() {
            return tiers.stream().map(At::benefit).toList();
        }

        @Override
        public boolean showsSteps() {
            return true;
        }

        @Override
        public boolean isShared() {
            return true;
        }
    }

    /**
     * Of each complete group of units, sorted dearest first, the one at each place named gets the benefit of that place.
     *
     * @param places which place gets how much, in rising order; a group has as many units as the last of them says
     * @param most how many groups at most
     */
    record Staggered(List<At> places, OptionalInt most) implements UnitDeal, Repeated {
        /** Copies the list. */
        public Staggered {
            places = List.copyOf(places);
        }

        /** Units in one group. */
        public int size() {
            return places.get(places.size() - 1).number();
        }

        @Override
        public <T> T matchGoods(GoodsCases<T> cases) {
            return cases.staggered(this);
        }

        @Override
        public Staggered upTo(OptionalInt times) {
            return new Staggered(places, times);
        }

        @Override
        public List<Benefit> benefits() {
            return places.stream().map(At::benefit).toList();
        }

        @Override
        public boolean showsSteps() {
            return true;
        }

        @Override
        public boolean isShared() {
            return benefits().stream().anyMatch(Benefit::isPercent);
        }
    }

    /**
     * So many units get the benefit for every so much that is spent or bought.
     *
     * @param per what has to be spent or bought once, and what counts towards it
     * @param units how many get it for that
     * @param benefit how much on each
     * @param most how many times at most
     */
    record Earned(Threshold per, int units, Benefit benefit, OptionalInt most) implements UnitDeal, Repeated {
        @Override
        public Optional<Threshold> earnedBy() {
            return Optional.of(per);
        }

        @Override
        public <T> T matchGoods(GoodsCases<T> cases) {
            return cases.earned(this);
        }

        @Override
        public Earned upTo(OptionalInt times) {
            return new Earned(per, units, benefit, times);
        }

        @Override
        public List<Benefit> benefits() {
            return List.of(benefit);
        }

        @Override
        public List<Tier> steps() {
            return List.of(new Tier(per.level(), benefit));
        }

        @Override
        public boolean showsSteps() {
            return true;
        }

        @Override
        public boolean isShared() {
            return benefit.isPercent();
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

        @Override
        public <T> T matchGroup(Groups<T> groups) {
            return groups.fees(this);
        }

        @Override
        public Optional<Gift> gift() {
            return Optional.empty();
        }

        @Override
        public boolean isOnFees() {
            return true;
        }

        @Override
        public List<Benefit> benefits() {
            return List.of(benefit);
        }

        @Override
        public List<Tier> steps() {
            return List.of();
        }

        @Override
        public List<Benefit> once() {
            return benefits();
        }

        /** A price is one for each fee. */
        @Override
        public boolean isShared() {
            return !(benefit instanceof Benefit.PriceOf);
        }

        @Override
        public boolean splitsByLine() {
            return false;
        }
    }

    /**
     * How many of a gift there are.
     *
     * @param gifts so many, once, or each time that {@code per} is reached
     * @param per what has to be spent or bought once, and what counts towards it; empty for once whatever is bought
     * @param most how many times at most
     */
    record GiftNumber(int gifts, Optional<Threshold> per, OptionalInt most) {
        /** One, once. */
        public static final GiftNumber ONE = new GiftNumber(1, Optional.empty(), OptionalInt.empty());
    }

    /**
     * Something added to the parcel at no price.
     *
     * @param sku what
     * @param name its name for people
     * @param worth what one of it is worth; then it counts as that much saved where promotions compete, and is never part of a price
     * @param number how many
     */
    record Gift(String sku, String name, Optional<Amounts> worth, GiftNumber number) implements Reward {
        /** The same, each worth this much. */
        public Gift worth(Optional<Amounts> each) {
            return new Gift(sku, name, each, number);
        }

        /** The same, so many. */
        public Gift times(GiftNumber many) {
            return new Gift(sku, name, worth, many);
        }

        @Override
        public Optional<Threshold> earnedBy() {
            return number.per();
        }

        @Override
        public boolean isIn(Currency currency) {
            return (worth.isEmpty() || worth.get().has(currency)) && (number.per().isEmpty() || number.per().get().level().isIn(currency));
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.gift(this);
        }

        @Override
        public <T> T matchGroup(Groups<T> groups) {
            return groups.gift(this);
        }

        @Override
        public Optional<Gift> gift() {
            return Optional.of(this);
        }

        @Override
        public boolean isOnFees() {
            return false;
        }

        @Override
        public List<Benefit> benefits() {
            return List.of();
        }

        @Override
        public List<Tier> steps() {
            return List.of();
        }

        @Override
        public List<Benefit> once() {
            return List.of();
        }

        @Override
        public boolean isShared() {
            return false;
        }

        @Override
        public boolean splitsByLine() {
            return false;
        }
    }
}
