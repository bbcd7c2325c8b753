package dev.plaindeal.receipt;

import dev.plaindeal.money.Currency;
import dev.plaindeal.money.Money;
import dev.plaindeal.money.PayableStep;
import dev.plaindeal.offer.Payout;
import dev.plaindeal.policy.Conventions;
import dev.plaindeal.policy.Layer;
import dev.plaindeal.policy.Strategy;
import dev.plaindeal.stack.LazyList;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The full answer for one basket: prices, what was applied and refused and why, who pays, and how it looks to the buyer.
 *
 * <p>Immutable and thread-safe; every amount is in {@code currency}, exact to the minor unit. The JSON form is a
 * contract, see {@code receipt.schema.json}.
 *
 * <p>What a price needs nothing of is worked out when it is first asked for, and then kept: what is said of each promotion and how simple
 * it looks, the headline, near misses, and the shares of lines and stores.
 *
 * <p>Worked number: list price 112.40 and shipping 4.99 less a discount of 20.00 is a total of 97.39.
 *
 * @param basket the basket's id
 * @param market ISO 3166 country
 * @param currency of every amount
 * @param channel where the buyer met the offer
 * @param at the moment the basket was priced for
 * @param rules hash of the rule book it was made with
 * @param strategy what the best stack was taken to be
 * @param subtotal list price of all lines
 * @param shipping shipping fees before discounts
 * @param discount everything taken off, goods and shipping
 * @param total to pay, after the rounding
 * @param rounding to what the market can pay; empty where every minor unit can be paid
 * @param lines each line's list and net price
 * @param stores what each store sells, ships and takes off, in the order in which the lines name them; together the totals
 *     above, before the rounding. Empty only in a receipt read back that an earlier version wrote
 * @param applied promotions that took something off or added a gift, in the order they apply
 * @param later what is promised for later, the largest first; never a part of the discount or the total
 * @param balances what of the total is paid from the buyer's balances; never a part of the discount
 * @param rejected promotions and codes that gave nothing
 * @param nearMisses what a little more spending would bring, best first; none are looked for where {@code couldSave} is
 *     more than 0
 * @param funders who pays for the discount
 * @param reserves what a host has to set aside for limited promotions
 * @param couldSave more than 0 when the search was cut short: what an unseen stack might save beyond this one at most
 * @param look how it looks to the buyer
 */
public record Receipt(
        String basket,
        String market,
        Currency currency,
        String channel,
        Instant at,
        String rules,
        Strategy strategy,
        Money subtotal,
        Money shipping,
        Money discount,
        Money total,
        Optional<Rounding> rounding,
        List<LinePrice> lines,
        List<StoreTotal> stores,
        List<Applied> applied,
        List<Later> later,
        List<BalancePayment> balances,
        List<Rejected> rejected,
        List<NearMiss> nearMisses,
        Funders funders,
        List<Reserve> reserves,
        Money couldSave,
        Look look) {

    /** Copies the lists, except those still to be worked out. */
    public Receipt {
        lines = LazyList.copy(lines);
        stores = LazyList.copy(stores);
        applied = LazyList.copy(applied);
        later = LazyList.copy(later);
        balances = List.copyOf(balances);
        rejected = LazyList.copy(rejected);
        nearMisses = LazyList.copy(nearMisses);
        reserves = LazyList.copy(reserves);
    }

    /** What is left of the total once the balances are paid. */
    public Money toPay() {
        Money left = total;
        for (BalancePayment payment : balances) {
            left = left.minus(payment.amount());
        }
        return left;
    }

    /** What is promised for later in all; never a part of the discount. */
    public Money savedLater() {
        Money sum = Money.zero(currency);
        for (Later promise : later) {
            sum = sum.plus(promise.amount());
        }
        return sum;
    }

    /**
     * What makes the total an amount that can be paid. It is no discount and of no store: the platform bears what it takes off, and
     * keeps what it adds.
     *
     * <p>Worked number: TWD 199.00 less a discount of 19.90 is 179.10, and in steps of TWD 1 a rounding of -0.10 makes it 179.00.
     *
     * @param step the smallest amount that can be paid in the market
     * @param amount added to list price and shipping less the discount; less than nothing where it is rounded down
     */
    public record Rounding(PayableStep step, Money amount) {}

    /**
     * One line of the basket.
     *
     * @param line the line's id
     * @param sku what it is
     * @param store who sells it
     * @param quantity how many
     * @param list before any layer
     * @param net after all layers
     */
    public record LinePrice(String line, String sku, String store, int quantity, Money list, Money net) {}

    /**
     * The totals of one store. What is settled with it: the goods and shipping it sold less its own part of the discount.
     *
     * <p>Worked number: goods of 60.00 and shipping of 4.00 less a discount of 10.00, of which the platform pays 8.00, is a
     * total of 54.00 from the buyer; with the platform's 8.00 the store gets 62.00.
     *
     * @param store who sells
     * @param subtotal list price of its lines
     * @param shipping its shipping fee before discounts
     * @param discount everything taken off its goods and its shipping
     * @param total what the buyer pays for its goods and its shipping
     * @param funders who pays for the discount
     */
    public record StoreTotal(
            String store, Money subtotal, Money shipping, Money discount, Money total, Funders funders) {}

    /**
     * A promotion that was applied.
     *
     * @param id the promotion
     * @param layer its stage
     * @param code the presented code in normal form, empty when it came by itself
     * @param store the store it was offered to, empty for the platform's
     * @param discount what it took off
     * @param funders who pays for that
     * @param allocations its share on each line or fee, none of them 0; they sum to the discount
     * @param capped whether its cap was reached
     * @param givenUp what floors kept it from taking off
     * @param gift what it adds to the parcel, no part of any price
     * @param notGiven statements of the promotion that gave nothing although it was applied
     * @param conventions how it was rounded and measured
     * @param simplicity how hard it alone is to work out
     * @param tier which tier of its ladder was reached, from 1 for the lowest; 0 where it has no ladder. Not in the JSON
     *     form
     * @param name what the messages call it in the buyer's language, empty where they do not name it
     * @param sentence what the messages say of it in the buyer's language, empty where they say nothing
     */
    public record Applied(
            String id,
            Layer layer,
            String code,
            String store,
            Money discount,
            Funders funders,
            List<Allocation> allocations,
            boolean capped,
            Money givenUp,
            Optional<AddedGift> gift,
            List<NotGiven> notGiven,
            Conventions conventions,
            SimplicityView simplicity,
            int tier,
            String name,
            String sentence) {
        /** Copies the list. */
        public Applied {
            allocations = LazyList.copy(allocations);
            notGiven = LazyList.copy(notGiven);
        }
    }

    /**
     * What a promotion adds to the parcel for nothing.
     *
     * @param sku what
     * @param name its name for people
     * @param quantity how many, 1 or more
     * @param worth what one of them is worth, where the promotion says so; then it counted where promotions competed
     */
    public record AddedGift(String sku, String name, int quantity, Optional<Money> worth) {
        /** What they are worth together. */
        public Optional<Money> worthOfAll() {
            return worth.map(each -> new Money(Math.multiplyExact(each.minor(), quantity), each.currency()));
        }
    }

    /**
     * What of the total is paid from a balance of the buyer. No discount: the buyer pays it, in other coin.
     *
     * <p>Worked number: 25 % of a total of 600.00 is 150.00, and 80 coins worth 1.00 each pay 80.00 of it; 520.00 is left to pay.
     *
     * @param id the promotion that lets it
     * @param name the balance, for instance {@code coins}
     * @param code the presented code in normal form, empty when it came by itself
     * @param store the store it was offered to, empty for the platform's
     * @param units how many of it are used
     * @param amount what they are worth
     * @param allocations which line or fee they pay for, none of them 0; they sum to the amount
     * @param funders who redeems the units
     */
    public record BalancePayment(
            String id,
            String name,
            String code,
            String store,
            long units,
            Money amount,
            Funders funders,
            List<Allocation> allocations) {
        /** Copies the list. */
        public BalancePayment {
            allocations = LazyList.copy(allocations);
        }
    }

    /**
     * What a promotion promises for later: cashback, points, or a voucher for the next order. Worked out on what is paid for the goods,
     * and no part of today's price.
     *
     * @param id the promotion
     * @param kind as what the buyer gets it; never {@link Payout.Kind#TODAY}
     * @param code the presented code in normal form, empty when it came by itself
     * @param store the store it was offered to, empty for the platform's
     * @param amount what it is worth
     * @param points how many points that are, at least 1; only where points are promised
     * @param funders who pays for it
     * @param allocations its share on each line, none of them 0; they sum to the amount
     * @param capped whether its cap was reached
     * @param notGiven statements of the promotion that gave nothing although it was given
     * @param conventions how it was rounded and measured
     * @param message a sentence
     * @param says the same to the buyer, in the language of the basket
     * @param simplicity how hard it alone is to work out
     * @param tier which tier of its ladder was reached, from 1 for the lowest; 0 where it has no ladder. Not in the JSON form
     * @param name what the messages call it in the buyer's language, empty where they do not name it
     * @param sentence what the messages say of it in the buyer's language, empty where they say nothing
     */
    public record Later(
            String id,
            Payout.Kind kind,
            String code,
            String store,
            Money amount,
            OptionalLong points,
            Funders funders,
            List<Allocation> allocations,
            boolean capped,
            List<NotGiven> notGiven,
            Conventions conventions,
            String message,
            String says,
            SimplicityView simplicity,
            int tier,
            String name,
            String sentence) {
        /** Copies the lists. */
        public Later {
            allocations = LazyList.copy(allocations);
            notGiven = LazyList.copy(notGiven);
        }
    }

    /**
     * A statement that gave nothing, of a promotion that was applied for another.
     *
     * @param statement what it would give, for instance {@code free shipping}
     * @param reason stable word
     * @param message a sentence with the numbers
     * @param gap what more to spend to get it, where money mends it
     * @param itemsGap how many more items to buy to get it, where items mend it
     * @param figures the numbers and names of the message
     * @param says the same to the buyer, in the language of the basket; empty in a receipt that an earlier version wrote
     */
    public record NotGiven(
            String statement,
            String reason,
            String message,
            Optional<Money> gap,
            OptionalLong itemsGap,
            Figures figures,
            String says) {}

    /**
     * The numbers and names behind a refusal, for a host that writes its own sentences; what has no part in it is empty.
     *
     * @param needed what has to be spent
     * @param has what counts towards it
     * @param itemsNeeded how many items are asked for
     * @param itemsHas how many count
     * @param until since when it is over
     * @param winners promotions that are kept in its place
     * @param saves how much more than what is kept the buyer would save with it; below zero for less
     */
    public record Figures(
            Optional<Money> needed,
            Optional<Money> has,
            OptionalLong itemsNeeded,
            OptionalLong itemsHas,
            Optional<Instant> until,
            List<String> winners,
            Optional<Money> saves) {

        /** Nothing besides the reason. */
        public static final Figures NONE = new Figures(
                Optional.empty(),
                Optional.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty());

        /** Copies the list. */
        public Figures {
            winners = List.copyOf(winners);
        }

        Figures withMoney(Money asked, Money counted) {
            return new Figures(Optional.of(asked), Optional.of(counted), itemsNeeded, itemsHas, until, winners, saves);
        }

        Figures withItems(long asked, long counted) {
            return new Figures(needed, has, OptionalLong.of(asked), OptionalLong.of(counted), until, winners, saves);
        }

        Figures withUntil(Instant moment) {
            return new Figures(needed, has, itemsNeeded, itemsHas, Optional.of(moment), winners, saves);
        }

        Figures withWinners(List<String> promotions, Optional<Money> more) {
            return new Figures(needed, has, itemsNeeded, itemsHas, until, promotions, more);
        }
    }

    /**
     * A share of a discount.
     *
     * @param on a line, or a store's shipping fee
     * @param name the line's id or the store's
     * @param amount the share
     * @param platform the part of it the platform pays; the store pays the rest
     */
    public record Allocation(On on, String name, Money amount, Money platform) {
        /** What a share lands on. */
        public enum On {
            /** A line of goods. */
            LINE,
            /** A store's shipping fee. */
            SHIPPING
        }
    }

    /**
     * Who pays.
     *
     * @param platform the platform's part
     * @param store the stores' part
     */
    public record Funders(Money platform, Money store) {}

    /**
     * A promotion or code that gave nothing.
     *
     * @param id the promotion, empty for a code nobody knows
     * @param code the presented code; one nobody knows as typed, made visible and short; empty for a promotion that comes by itself
     * @param store the store it was offered to, empty for the platform's and for a code that promised nothing
     * @param reason stable word
     * @param message a sentence with the numbers
     * @param gap what more to spend to get it, where money mends it
     * @param itemsGap how many more items to buy to get it, where items mend it
     * @param holdsFrom when it holds next, where only time has to pass
     * @param figures the numbers and names of the message
     * @param says the same to the buyer, in the language of the basket; empty in a receipt that an earlier version wrote
     * @param name what the messages call the promotion in the buyer's language, empty where they do not name it
     */
    public record Rejected(
            String id,
            String code,
            String store,
            String reason,
            String message,
            Optional<Money> gap,
            OptionalLong itemsGap,
            Optional<Instant> holdsFrom,
            Figures figures,
            String says,
            String name) {

        /** Where no time has to pass, and nothing is said to the buyer. */
        public Rejected(
                String id,
                String code,
                String store,
                String reason,
                String message,
                Optional<Money> gap,
                OptionalLong itemsGap) {
            this(id, code, store, reason, message, gap, itemsGap, Optional.empty(), Figures.NONE, "", "");
        }
    }

    /**
     * What a little more spending, a few more items, or another choice at the checkout would bring.
     *
     * @param id the promotion
     * @param code its code, empty when it comes by itself
     * @param store the store it was offered to, empty for the platform's
     * @param gap what more to spend
     * @param items which items to buy more of for that, and how many; empty where any goods it counts would do
     * @param saves how much more is taken off then
     * @param later how much more the promotion promises for later then; nothing for one that comes off today
     * @param pay what the buyer would pay in all then
     * @param needs what to choose otherwise for that, all of it; then nothing more has to be spent
     * @param message a sentence, which says so when it costs more than it saves
     * @param says the same to the buyer, in the language of the basket; empty in a receipt that an earlier version wrote
     * @param name what the messages call the promotion in the buyer's language, empty where they do not name it
     */
    public record NearMiss(
            String id,
            String code,
            String store,
            Money gap,
            Optional<MoreItems> items,
            Money saves,
            Money later,
            Money pay,
            List<ChoiceNeeded> needs,
            String message,
            String says,
            String name) {

        /** Copies the list. */
        public NearMiss {
            needs = List.copyOf(needs);
        }
    }

    /**
     * What a promotion asks of something the buyer can choose.
     *
     * @param field {@code paymentMethod}, {@code client}, or an attribute that the buyer chooses as rule files ask for it, for instance
     *     {@code text("delivery-day")}
     * @param operator as rule files write it: {@code ==} or {@code in} where one of the values has to be chosen, {@code !=} or
     *     {@code not in} where none of them may be
     * @param values for instance {@code gopay}; {@code true} or {@code false} of a yes or no
     */
    public record ChoiceNeeded(String field, String operator, List<String> values) {

        /** Copies the list. */
        public ChoiceNeeded {
            values = List.copyOf(values);
        }
    }

    /**
     * Items to buy more of.
     *
     * @param sku what
     * @param count how many more
     */
    public record MoreItems(String sku, long count) {}

    /**
     * What this receipt uses up of a limited promotion.
     *
     * @param id the promotion
     * @param key what the host counts by: the promotion's id for uses by anyone, the id and {@code /buyer} for uses by this
     *     buyer, whom the receipt does not name, either with the period behind it where it begins anew, {@code code/} and the code for uses of a code,
     *     {@code balance/} and the name for units of the buyer's balance
     * @param code the presented code in normal form where its uses are counted, else empty
     * @param uses how many uses
     * @param amount how much of its budget: what it takes off and promises for later; of a code likewise
     * @param items for how many items it is given, where they are counted; else 0
     */
    public record Reserve(String id, String key, String code, int uses, Money amount, long items) {
        /** Where no items are counted. */
        public Reserve(String id, String key, String code, int uses, Money amount) {
            this(id, key, code, uses, amount, 0);
        }

        /** Not of a code. */
        public Reserve(String id, String key, int uses, Money amount) {
            this(id, key, "", uses, amount);
        }
    }
}
