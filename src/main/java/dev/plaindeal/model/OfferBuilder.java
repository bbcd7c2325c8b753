package dev.plaindeal.model;

import static dev.plaindeal.model.WordArguments.MOST_ITEMS;
import static dev.plaindeal.model.WordArguments.require;

import dev.plaindeal.money.Amounts;
import dev.plaindeal.offer.BuyerDays;
import dev.plaindeal.offer.Benefit;
import dev.plaindeal.offer.Benefit.PriceOf;
import dev.plaindeal.offer.ChanceKind;
import dev.plaindeal.offer.Dates;
import dev.plaindeal.offer.Funding;
import dev.plaindeal.offer.Level;
import dev.plaindeal.offer.Payout;
import dev.plaindeal.offer.OfferTerms.Activation;
import dev.plaindeal.offer.OfferTerms;
import dev.plaindeal.offer.Period;
import dev.plaindeal.offer.Quota;
import dev.plaindeal.offer.Reward.Per;
import dev.plaindeal.offer.Reward;
import dev.plaindeal.offer.Schedule;
import dev.plaindeal.offer.Scope;
import dev.plaindeal.offer.Threshold;
import dev.plaindeal.offer.Tier;
import dev.plaindeal.offer.UnitOrder;
import dev.plaindeal.policy.Basis;
import dev.plaindeal.policy.ConventionOverrides;
import dev.plaindeal.policy.Layer;
import dev.plaindeal.problem.Senseless;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * An offer while it is put together, word by word; {@link #terms()} seals it.
 *
 * <p>Belongs to one thread. What does not go together is refused with {@link IllegalArgumentException} and a sentence for
 * the author: at once where it shows, the rest when it is sealed.
 *
 * <p>Worked example: {@code percentOff(10).whenSpending("USD 50").atMost("USD 20")} on a basket of USD 112.40 is
 * 11.24 off.
 */
public final class OfferBuilder extends PromotionWords {

    /** More units of a balance in one step are a slip. */
    private static final int MOST_UNITS = 1_000_000;

    /** By what items are named. */
    enum Naming { STORES, CATEGORIES, BRANDS, SKUS, TAGS }

    /** What can be said once for all statements of a rule. */
    private static final List<String> SHARED = List.of(
            "whenSpending", "whenSpendingMoreThan", "whenBuying", "countingEverything", "countingSkus",
            "countingCategories", "measuredOn", "limitPerBuyer", "limitPerCode", "limitInAll",
            "budget", "sharedBudget", "budgetPerBuyer", "limitItemsPerBuyer", "limitItemsInAll",
            "limitPerStore", "limitItemsPerStore", "budgetPerStore");

    private final ChanceKind kind;
    private final int codeLength;
    private final List<Reward> rewards = new ArrayList<>();
    private final List<Tier> tiers = new ArrayList<>();
    private final List<Reward.Part> parts = new ArrayList<>();
    private final List<Reward.At> setTiers = new ArrayList<>();
    private final List<Reward.At> places = new ArrayList<>();
    private final List<String> eligibility = new ArrayList<>();
    private final SaidQuotas quotas = new SaidQuotas();
    private final SaidSchedule schedule = new SaidSchedule();
    private final NamedItems only = new NamedItems();
    private final NamedItems except = new NamedItems();
    private final NamedItems buying = new NamedItems();
    private final NamedItems getting = new NamedItems();
    private final NamedItems counting = new NamedItems();
    private final Set<String> groups = new TreeSet<>();
    private final Set<String> notWith = new TreeSet<>();
    private ConventionOverrides choices = ConventionOverrides.NONE;
    private Optional<Layer> layer = Optional.empty();
    private Optional<Level> spend = Optional.empty();
    private Optional<Level> items = Optional.empty();
    private Optional<Level> mostSpend = Optional.empty();
    private Optional<Level> mostItems = Optional.empty();
    private Optional<Level> orderSpend = Optional.empty();
    private Optional<Level> orderItems = Optional.empty();
    private Optional<Level> earnedPer = Optional.empty();
    private Optional<Level> giftPer = Optional.empty();
    private Optional<Amounts> giftWorth = Optional.empty();
    private Threshold.Test test = Threshold.Test.AT_OR_ABOVE;
    private Threshold.Reach reach = Threshold.Reach.SCOPE;
    private OptionalInt most = OptionalInt.empty();
    private Optional<Amounts> cap = Optional.empty();
    private Optional<Amounts> minimumPrice = Optional.empty();
    private Optional<Amounts> unitPriceFrom = Optional.empty();
    private Optional<Amounts> unitPriceTo = Optional.empty();
    private Optional<Amounts> budget = Optional.empty();
    private Optional<Funding> funding = Optional.empty();
    private Optional<Activation> activation = Optional.empty();
    private Optional<Dates.Moment> from = Optional.empty();
    private Optional<Dates.Moment> until = Optional.empty();
    private Optional<BuyerDays> ofBuyer = Optional.empty();
    private Scope.Reduced reduced = Scope.Reduced.INCLUDED;
    private Scope.Counting lines = Scope.Counting.TOGETHER;
    private UnitOrder which = UnitOrder.CHEAPEST;
    private Optional<OfferBuilder> common = Optional.empty();
    private int unitsPerLine;
    private int unitsInAll;
    private int unitsEarned;
    private int giftsEarned = 1;
    private int smallPrint;
    private int order;
    private long perBuyer;
    private long inAll;
    private long perCode;
    private boolean datesShown = true;
    private boolean basisStated;
    private boolean exclusive;
    private boolean announced;
    private boolean alwaysHolds;
    private Payout payout = Payout.TODAY;
    private int balanceStep = 1;

    /** An empty offer for a chance of this kind; {@code codeLength} is 0 where there is no code to type. */
    public OfferBuilder(ChanceKind kind, int codeLength) {
        this.kind = kind;
        this.codeLength = codeLength;
    }

    @Override
    public OfferBuilder offer() {
        return this;
    }

    OfferBuilder reward(Reward reward) {
        rewards.add(reward);
        return this;
    }

    OfferBuilder tier(Level level, Benefit benefit) {
        require(tiers.stream().noneMatch(tier -> tier.level().equals(level)), "two tiers ask for the same");
        tiers.add(new Tier(level, benefit));
        return this;
    }

    OfferBuilder tier(Level level, Benefit benefit, Amounts cap) {
        require(benefit.isPercent(), "a most goes with a percentage; an amount never takes off more than it says");
        tier(level, benefit);
        tiers.set(tiers.size() - 1, new Tier(level, benefit, Optional.of(cap)));
        return this;
    }

    OfferBuilder fallingMeant() {
        return this;
    }

    OfferBuilder setTier(Reward.At tier) {
        require(setTiers.stream().noneMatch(other -> other.number() == tier.number()), "two sets have the same size");
        setTiers.add(tier);
        return this;
    }

    OfferBuilder place(Reward.At place) {
        require(places.stream().noneMatch(other -> other.number() == place.number()), "two savings are for the same item of a set");
        places.add(place);
        return this;
    }

    OfferBuilder part(int items) {
        return part(items, Scope.Names.NONE);
    }

    OfferBuilder part(int items, Naming by, Set<String> names) {
        NamedItems named = new NamedItems();
        named.add(by, names);
        return part(items, named.names());
    }

    private OfferBuilder part(int items, Scope.Names names) {
        parts.add(new Reward.Part(items, names));
        long together = parts.stream().mapToLong(Reward.Part::count).sum();
        require(together <= MOST_ITEMS, "a set has at most " + MOST_ITEMS + " items, and its parts have " + together);
        return this;
    }

    OfferBuilder spending(Level.Spend needed, Threshold.Test how) {
        spend = Optional.of(needed);
        test = how;
        return this;
    }

    OfferBuilder buying(Level.Items needed) {
        items = Optional.of(needed);
        return this;
    }

    OfferBuilder spendingAtMost(Level.Spend spend) {
        mostSpend = Optional.of(spend);
        return this;
    }

    OfferBuilder buyingAtMost(Level.Items count) {
        mostItems = Optional.of(count);
        return this;
    }

    OfferBuilder orderSpending(Level.Spend needed) {
        orderSpend = Optional.of(needed);
        return this;
    }

    OfferBuilder orderBuying(Level.Items needed) {
        orderItems = Optional.of(needed);
        return this;
    }

    OfferBuilder reach(Threshold.Reach what) {
        require(
                reach == Threshold.Reach.SCOPE || reach == what,
                reach == Threshold.Reach.OTHERS || what == Threshold.Reach.OTHERS
                        ? "either everything else counts, or something other is said to count"
                        : "either everything counts, or what is named");
        reach = what;
        return this;
    }

    OfferBuilder lines(Scope.Counting counting) {
        require(!lines.isApart() || lines.equals(counting), "it is said already which lines count alone");
        lines = counting;
        return this;
    }

    OfferBuilder only(Naming by, Set<String> names) {
        only.add(by, names);
        return this;
    }

    OfferBuilder except(Naming by, Set<String> names) {
        except.add(by, names);
        return this;
    }

    OfferBuilder bought(Naming by, Set<String> names) {
        buying.add(by, names);
        return this;
    }

    OfferBuilder got(Naming by, Set<String> names) {
        getting.add(by, names);
        return this;
    }

    OfferBuilder counted(Naming by, Set<String> names) {
        counting.add(by, names);
        return reach(Threshold.Reach.NAMED);
    }

    OfferBuilder choosing(UnaryOperator<ConventionOverrides> choice) {
        choices = choice.apply(choices);
        return this;
    }

    OfferBuilder percentOfStated(Basis basis) {
        basisStated = true;
        return choosing(others -> others.percentOf(basis));
    }

    OfferBuilder cap(Amounts amounts) {
        cap = Optional.of(amounts);
        return this;
    }

    OfferBuilder most(int times) {
        most = OptionalInt.of(times);
        return this;
    }

    OfferBuilder minimumPrice(Amounts amounts) {
        minimumPrice = Optional.of(amounts);
        return this;
    }

    OfferBuilder reduced(Scope.Reduced items) {
        reduced = items;
        return this;
    }

    OfferBuilder unitPrices(Amounts low, Amounts high) {
        return unitPriceFrom(low).unitPriceTo(high);
    }

    OfferBuilder unitPriceFrom(Amounts low) {
        require(unitPriceFrom.isEmpty(), "the lowest price of the items is said already");
        unitPriceFrom = Optional.of(low);
        return this;
    }

    OfferBuilder unitPriceTo(Amounts high) {
        require(unitPriceTo.isEmpty(), "the highest price of the items is said already");
        unitPriceTo = Optional.of(high);
        return this;
    }

    OfferBuilder unitsPerLine(int units) {
        unitsPerLine = units;
        return this;
    }

    OfferBuilder unitsInAll(int units) {
        unitsInAll = units;
        return this;
    }

    OfferBuilder unitsFor(Level level, int units) {
        earnedPer = Optional.of(level);
        unitsEarned = units;
        return this;
    }

    OfferBuilder giftWorth(Amounts each) {
        giftWorth = Optional.of(each);
        return this;
    }

    OfferBuilder giftsFor(Level level, int gifts) {
        giftPer = Optional.of(level);
        giftsEarned = gifts;
        return this;
    }

    OfferBuilder which(UnitOrder first) {
        which = first;
        return this;
    }

    OfferBuilder beginning(Dates.Moment moment) {
        from = Optional.of(moment);
        requireOrder();
        return this;
    }

    OfferBuilder ending(Dates.Moment moment) {
        until = Optional.of(moment);
        requireOrder();
        return this;
    }

    private void requireOrder() {
        require(
                from.isEmpty() || until.isEmpty() || from.get().instant().isBefore(until.get().instant()),
                "it ends before it begins");
    }

    OfferBuilder weekdays(Set<DayOfWeek> days, ZoneId zone) {
        schedule.weekdays(days, zone);
        return this;
    }

    OfferBuilder daysOfMonth(Set<Integer> days, ZoneId zone) {
        schedule.daysOfMonth(days, zone);
        return this;
    }

    OfferBuilder hours(Schedule.Hours hours, ZoneId zone) {
        schedule.hours(hours, zone);
        return this;
    }

    OfferBuilder daysOfBuyer(BuyerDays days) {
        ofBuyer = Optional.of(days);
        return this;
    }

    OfferBuilder hideDates() {
        datesShown = false;
        return this;
    }

    OfferBuilder funding(Funding by) {
        funding = Optional.of(by);
        return this;
    }

    OfferBuilder activation(Activation how) {
        activation = Optional.of(how);
        return this;
    }

    OfferBuilder smallPrintOf(int words) {
        smallPrint = words;
        return this;
    }

    OfferBuilder layer(Layer where) {
        layer = Optional.of(where);
        return this;
    }

    OfferBuilder standAlone() {
        exclusive = true;
        return this;
    }

    OfferBuilder inGroup(String group) {
        groups.add(group);
        return this;
    }

    OfferBuilder neverWith(Set<String> ids) {
        addEach(notWith, ids);
        return this;
    }

    OfferBuilder place(int place) {
        order = place;
        return this;
    }

    OfferBuilder announce() {
        announced = true;
        return this;
    }

    OfferBuilder holdAlways() {
        alwaysHolds = true;
        return this;
    }

    OfferBuilder payout(Payout as) {
        payout = as;
        return this;
    }

    OfferBuilder stepOfBalance(int units) {
        if (units < 2 || units > MOST_UNITS) {
            throw new IllegalArgumentException("a step is 2 to " + MOST_UNITS + " units");
        }
        balanceStep = units;
        return this;
    }

    OfferBuilder usesPerBuyer(long uses) {
        perBuyer = uses;
        return this;
    }

    OfferBuilder usesPerCode(long uses) {
        perCode = uses;
        return this;
    }

    OfferBuilder usesInAll(long uses) {
        inAll = uses;
        return this;
    }

    OfferBuilder quota(Quota.Holder whose, Quota.Most most, Optional<Period> period) {
        if (whose == Quota.Holder.EACH_STORE && !kind.ofStore()) {
            throw Senseless.maybe("it is for the goods of all stores together, so no store is counted alone",
                    "It goes with StoreBasket, StoreItems, StoreShipping and StoreCoupon; one rule of them may be for any store.");
        }
        quotas.add(whose, most, period);
        return this;
    }

    OfferBuilder budgetOf(Amounts amounts) {
        budget = Optional.of(amounts);
        return this;
    }

    /** Adds what the buyer has to be or do, as sentences; the rule's own conditions among them. */
    public OfferBuilder needs(List<String> conditions) {
        eligibility.addAll(conditions);
        return this;
    }

    /**
     * Takes over what another statement of the rule says for all of them: what has to be spent or bought, and limits.
     *
     * @param shared an offer without a saving
     */
    public void sharing(OfferBuilder shared) {
        common = Optional.of(shared);
    }

    /** Whether it names a saving; without one it can only say something for all statements of its rule. */
    boolean takesSomethingOff() {
        return !rewards.isEmpty() || !tiers.isEmpty() || !setTiers.isEmpty() || !places.isEmpty();
    }

    /** Adds what another statement without a saving says. */
    OfferBuilder joinedBy(OfferBuilder other) {
        spend = other.spend.or(() -> spend);
        items = other.items.or(() -> items);
        test = other.spend.isPresent() ? other.test : test;
        reach = other.reach == Threshold.Reach.SCOPE ? reach : other.reach;
        counting.addAll(other.counting);
        choices = other.choices.over(choices);
        perBuyer = other.perBuyer > 0 ? other.perBuyer : perBuyer;
        inAll = other.inAll > 0 ? other.inAll : inAll;
        budget = other.budget.or(() -> budget);
        perCode = other.perCode > 0 ? other.perCode : perCode;
        quotas.addAll(other.quotas);
        return this;
    }

    /**
     * Refuses what cannot be said once for all statements of a rule.
     *
     * @param words what was said of this offer, by name
     * @throws Senseless when one of the words needs a saving beside it
     */
    public void requireShared(Collection<String> words) {
        for (String word : words) {
            if (!SHARED.contains(word)) {
                throw Senseless.at(
                        word,
                        "nothing is taken off by this statement, so it can only say for all others what has to be spent or bought, "
                                + "and limits",
                        "Say it in the statements it is meant for.");
            }
            boolean counts = word.startsWith("counting");
            if (counts && asked().isEmpty() || word.equals("measuredOn") && spend.isEmpty()) {
                throw Senseless.at(
                        word,
                        counts ? "what counts goes with whenSpending or whenBuying" : "no spend is asked for, so there is none to measure",
                        "Say whenSpending in the same statement, or delete it.");
            }
        }
    }

    /**
     * What nothing in an offer uses.
     *
     * @param words what was said of this offer, by name
     * @param terms what it was sealed to
     */
    public List<Senseless> idle(Collection<String> words, OfferTerms terms) {
        return UnusedWords.of(words, new UnusedWords.Sealed(terms, kind, own()));
    }

    /**
     * Seals the offer.
     *
     * @throws IllegalArgumentException with a sentence for the author when it takes nothing off, takes off two things at
     *     once, or says things that do not go together
     */
    public OfferTerms terms() {
        OfferTerms.Limits limits = limits();
        Reward reward = limits.mostItems().isPresent() ? onSome(limits.mostItems().getAsInt(), oneReward()) : oneReward();
        requirePayable(reward);
        boolean ofFees = reward.isOnFees();
        requireOthers();
        Layer where = layer.orElse(ofFees ? Layer.SHIPPING : kind.layer());
        if (!reward.isGift() && ofFees != (where.slot() == Layer.Slot.FEE)) {
            String sentence = "offers on goods and offers on shipping belong to different layers";
            throw layer.isPresent() ? Senseless.at("inLayer", sentence, "") : new IllegalArgumentException(sentence);
        }
        requireShown(reward, where);
        Dates dates = schedule.between(from, until).forDaysOf(ofBuyer);
        return new OfferTerms(
                where,
                reward,
                scope(),
                threshold(),
                cap,
                minimumPrice,
                dates,
                funding.orElse(kind.funding()),
                which,
                choices(),
                shown(reward, dates),
                new OfferTerms.Combining(exclusive, List.copyOf(groups), List.copyOf(notWith), order, announced, alwaysHolds),
                limits,
                payout.isFromBalance() ? payout.inStepsOf(balanceStep) : payout);
    }

    /** What comes later is a share or a sum of what is paid today, and of no other price than the list price besides. */
    private void requirePayable(Reward reward) {
        if (payout.isFromBalance()) {
            requireOfOrder(reward);
        }
        if (!payout.isLater()) {
            return;
        }
        boolean promised = reward instanceof Reward.OnGoods && reward.benefits().stream().noneMatch(PriceOf.class::isInstance);
        if (!promised) {
            throw Senseless.at(
                    payoutWord(),
                    "what comes later is a percentage or an amount of what is paid for goods",
                    "It goes with percentOff, amountOff, tier and every; delete it, or write the rest as a statement of its own.");
        }
        requirePaid("percentOf", choices().percentOf());
        requirePaid("measuredOn", choices().thresholdOn());
    }

    /** What a buyer types, ticks or collects can be left alone, and so can what comes behind the price on the tag. */
    private void requireShown(Reward reward, Layer where) {
        boolean onTheTag = where == Layer.ITEM_PRICE
                && reward instanceof Reward.OnGoods
                && !kind.ofCode()
                && activation.orElse(kind.activation()) == Activation.AUTOMATIC
                && !payout.isLater();
        if (alwaysHolds && !onTheTag) {
            throw Senseless.at(
                    "alwaysHolds",
                    "only an item price that comes off by itself holds always",
                    "It goes with PlatformItems and StoreItems, or with inLayer(\"item-price\") and no code; delete it.");
        }
    }

    /** A balance pays a part of what is to pay, and knows no items, list prices or sales any more. */
    private void requireOfOrder(Reward reward) {
        boolean part = reward instanceof Reward.Tiers tiers && tiers.tiers().stream().allMatch(tier -> tier.level() instanceof Level.Spend)
                || reward instanceof Reward.Off;
        if (!part || reward.benefits().stream().anyMatch(PriceOf.class::isInstance)) {
            throw fromBalance("a balance pays a percentage or an amount of what is to pay",
                    "It goes with percentOff, amountOff and tier from an amount.");
        }
        boolean itemsAsked = threshold().stream().flatMap(first -> first.all().stream()).anyMatch(one -> one.level() instanceof Level.Items);
        Scope where = scope();
        boolean ofItems = where.reduced() == Scope.Reduced.EXCLUDED || where.unitPriceFrom().isPresent() || where.unitPriceTo().isPresent()
                || where.unitsPerLine() > 0 || where.counting().isApart() || minimumPrice.isPresent();
        if (itemsAsked || ofItems || limits().budget().isPresent() || !limits().quotas().isEmpty() || !combiningNothing()) {
            String word = besideBalance(itemsAsked);
            throw fromBalance("a balance pays what is to pay after everything else, and asks for no items, sales, minimum prices, budgets or others",
                    word.isEmpty() ? "Leave it whenSpending, names of goods, atMost and dates." : "Delete " + word + ".");
        }
        Optional<Basis> measured = choices().thresholdOn();
        Optional<Basis> percentOf = choices().percentOf();
        if (measured.isPresent() || percentOf.isPresent()) {
            throw fromBalance("a balance goes by what is to pay, and by no other price", "Delete percentOf and measuredOn.");
        }
    }

    private boolean combiningNothing() {
        return !exclusive && groups.isEmpty() && notWith.isEmpty();
    }

    /** The word it does not go with, where one alone says it. */
    private String besideBalance(boolean itemsAsked) {
        if (itemsAsked) {
            return "whenBuying";
        } else if (unitsPerLine > 0) {
            return "itemsPerLine";
        } else if (reduced == Scope.Reduced.EXCLUDED) {
            return "notOnReduced";
        } else if (minimumPrice.isPresent()) {
            return "neverBelow";
        } else if (budget.isPresent()) {
            return "budget";
        }
        return exclusive ? "exclusive" : !groups.isEmpty() ? "group" : !notWith.isEmpty() ? "notWith" : "";
    }

    private static Senseless fromBalance(String sentence, String hint) {
        return Senseless.at("paidFromBalance", sentence, hint);
    }

    private void requirePaid(String word, Optional<Basis> basis) {
        if (basis.isPresent() && basis.get() != Basis.LIST && basis.get() != Basis.FINAL) {
            throw Senseless.at(
                    word,
                    "what comes later goes by what is paid after all discounts, or by the list price",
                    "Delete it, or say \"list price\".");
        }
    }

    private String payoutWord() {
        return switch (payout.kind()) {
            case CASHBACK -> "asCashback";
            case POINTS -> "asPoints";
            case VOUCHER -> "asVoucher";
            case TODAY, BALANCE -> throw new IllegalStateException("it comes off today, or is paid from a balance");
        };
    }

    /** A saving of each item, for so many of them at most. */
    private Reward onSome(int items, Reward reward) {
        String word = quotas.itemsWord();
        if (lines.isApart()) {
            throw Senseless.at(word, "it counts items over all lines, and eachLineAlone counts each line for itself", "");
        }
        if (payout.isLater()) {
            throw Senseless.at(word, "items are counted of what comes off today, and this comes later", "Say limitPerBuyer or limitInAll.");
        }
        if (reward instanceof Reward.Single some) {
            return some.atMost(items);
        }
        boolean ofEach = reward instanceof Reward.Off off && (off.per() == Per.UNIT || off.benefit().isPercent());
        if (!ofEach) {
            throw Senseless.at(
                    word, "it goes with percentOff, amountOffEach, nowPrice and cheapestOff, which are for each item", "Say limitPerBuyer or limitInAll.");
        }
        return new Reward.Single(items, ((Reward.Off) reward).benefit());
    }

    private void requireOthers() {
        if (reach == Threshold.Reach.OTHERS && !scope().isNarrow()) {
            throw Senseless.at(
                    "countingOthers",
                    "the offer is for everything, so nothing else is left to count",
                    "Say what it is for with onlySkus or onlyCategories, or delete it.");
        }
    }

    private ConventionOverrides choices() {
        return common.map(shared -> choices.over(shared.choices)).orElse(choices);
    }

    private OfferTerms.Limits limits() {
        OfferTerms.Limits shared = common.map(OfferBuilder::limits).orElse(OfferTerms.Limits.NONE);
        SaidQuotas all = new SaidQuotas();
        all.addAll(quotas);
        common.ifPresent(others -> all.addAll(others.quotas));
        OfferTerms.Limits limits = new OfferTerms.Limits(
                perBuyer > 0 ? perBuyer : shared.perBuyer(),
                inAll > 0 ? inAll : shared.inAll(),
                budget.or(shared::budget),
                perCode > 0 ? perCode : shared.perCode(),
                all.all());
        all.requireReachable(limits.perBuyer(), limits.inAll());
        return limits;
    }

    /** Everything asked for, each with the next behind it. */
    private Optional<Threshold> threshold() {
        List<Threshold> all = asked();
        Optional<Threshold> chain = Optional.empty();
        for (int i = all.size() - 1; i >= 0; i--) {
            chain = Optional.of(all.get(i).andAlso(chain));
        }
        return chain;
    }

    /** The spend, then the items, then what is asked of all statements: of everything the rule is for unless it is named. */
    private List<Threshold> asked() {
        List<Threshold> all = own();
        all.addAll(ofOrder());
        common.ifPresent(shared -> shared.asked().forEach(one -> all.add(one.overEverything())));
        return all;
    }

    private List<Threshold> own() {
        List<Threshold> all = new ArrayList<>();
        spend.ifPresent(needed -> all.add(asked(needed, test)));
        items.ifPresent(needed -> all.add(asked(needed, Threshold.Test.AT_OR_ABOVE)));
        all.addAll(upper());
        return all;
    }

    private List<Threshold> upper() {
        requireRoom(spend, mostSpend, "whenSpendingAtMost");
        requireRoom(items, mostItems, "whenBuyingAtMost");
        return Stream.concat(mostSpend.stream(), mostItems.stream())
                .map(most -> asked(most, Threshold.Test.AT_MOST))
                .toList();
    }

    /** What has to be reached leaves something below what may not be passed. */
    private void requireRoom(Optional<Level> least, Optional<Level> upper, String word) {
        if (least.isPresent() && upper.isPresent() && !upper.get().match(new Leaves(least.get(), test))) {
            throw Senseless.at(word, "at least so much is asked for already, so nothing is left between the two", "");
        }
    }

    private record Leaves(Level least, Threshold.Test test) implements Level.Cases<Boolean> {
        @Override
        public Boolean spend(Level.Spend most) {
            int room = test == Threshold.Test.ABOVE ? 1 : 0;
            Amounts low = ((Level.Spend) least).amounts();
            return most.amounts().minorByCode().entrySet().stream()
                    .allMatch(high -> low.minorByCode().getOrDefault(high.getKey(), 0L) + room <= high.getValue());
        }

        @Override
        public Boolean items(Level.Items most) {
            return ((Level.Items) least).count() <= most.count();
        }
    }

    private List<Threshold> ofOrder() {
        return Stream.concat(orderSpend.stream(), orderItems.stream())
                .map(level -> new Threshold(
                        level, Threshold.Test.AT_OR_ABOVE, Threshold.Reach.EVERYTHING, Scope.Names.NONE, Optional.empty()))
                .toList();
    }

    private Threshold asked(Level needed, Threshold.Test how) {
        return new Threshold(needed, how, reach, counting.names(), Optional.empty());
    }

    /** The buyer has one more condition to read for each of these: a ladder alone has its levels, any other saving one threshold. */
    private List<String> conditions(Reward reward, Dates dates) {
        List<String> all = new ArrayList<>(eligibility);
        asked().stream().skip(reward.showsSteps() ? 0 : 1).map(OfferBuilder::condition).forEach(all::add);
        counted().ifPresent(all::add);
        reward.steps().stream()
                .flatMap(tier -> tier.most().stream())
                .forEach(most -> all.add("at most " + most.text() + " off by a tier"));
        reward.gift().flatMap(gift -> gift.number().per()).map(per -> giftsEarned + " for every " + per.level().match(STEP)).ifPresent(all::add);
        if (lines.isApart() && !lines.isLineByLine()) {
            all.add("of one " + lines.word());
        }
        if (unitsInAll > 0) {
            all.add("on at most " + unitsInAll + (unitsInAll == 1 ? " item" : " items"));
        }
        common.flatMap(OfferBuilder::counted).ifPresent(all::add);
        limits().quotas().stream().flatMap(quota -> quota.text().stream()).forEach(all::add);
        dates.schedule().filter(printed -> datesShown).map(Schedule::text).ifPresent(all::add);
        dates.ofBuyer().filter(printed -> datesShown).map(BuyerDays::text).ifPresent(all::add);
        return all;
    }

    private static String condition(Threshold asked) {
        return asked.level().match(new LevelWords(asked.test()));
    }

    private static final Level.Cases<String> STEP = new Level.Cases<>() {
        @Override
        public String spend(Level.Spend level) {
            return level.amounts().text() + " spent";
        }

        @Override
        public String items(Level.Items level) {
            return level.count() == 1 ? "item" : level.count() + " items";
        }
    };

    private record LevelWords(Threshold.Test test) implements Level.Cases<String> {
        @Override
        public String spend(Level.Spend needed) {
            return "with " + words() + needed.amounts().text() + " spent";
        }

        @Override
        public String items(Level.Items needed) {
            return "with " + words() + needed.count() + " items";
        }

        private String words() {
            return switch (test) {
                case AT_OR_ABOVE -> "at least ";
                case ABOVE -> "more than ";
                case AT_MOST -> "at most ";
            };
        }
    }

    private Optional<String> counted() {
        return switch (reach) {
            case SCOPE, EVERYTHING -> Optional.empty();
            case OTHERS -> Optional.of("counting only other items");
            case NAMED -> Optional.of("counting only " + counting.text());
        };
    }

    private OfferTerms.Shown shown(Reward reward, Dates dates) {
        Activation how = activation.orElse(kind.activation());
        int typed = how == Activation.TYPE ? codeLength : 0;
        return new OfferTerms.Shown(how, typed, conditions(reward, dates), smallPrint, datesShown, basisStated);
    }

    private Scope scope() {
        Scope said = new Scope(only.names(), except.names(), reduced, unitPriceFrom, unitPriceTo, unitsPerLine, lines);
        return said.equals(Scope.ALL) ? Scope.ALL : said;
    }

    private Reward oneReward() {
        if (rewards.size() != 1 || !parts.isEmpty()) {
            requireAlone("itemsPerOrder", unitsInAll == 0, BY_ITEM);
            requireAlone("itemsPer", earnedPer.isEmpty(), BY_ITEM);
        }
        if (!tiers.isEmpty()) {
            if (!rewards.isEmpty() || !parts.isEmpty()) {
                throw Senseless.at(parts.isEmpty() ? "tier" : setWord(), "tiers stand alone; another saving beside them is a second statement", "");
            }
            requireNoLevelBeside();
            requireAlone("tier", setTiers.isEmpty() && places.isEmpty());
            return LadderOrder.of(tiers);
        }
        if (!setTiers.isEmpty()) {
            requireNoSet();
            requireAlone("setTier", rewards.isEmpty() && places.isEmpty());
            boolean percentages = setTiers.get(0).benefit().isPercent();
            require(
                    setTiers.stream().allMatch(tier -> tier.benefit().isPercent() == percentages),
                    "the sets of setTier are all at a percentage, or none of them is");
            return new Reward.SetTiers(rising(setTiers), most);
        }
        if (!places.isEmpty()) {
            requireNoSet();
            requireAlone("nthOfSet", rewards.isEmpty());
            return new Reward.Staggered(rising(places), most);
        }
        require(!rewards.isEmpty(), "it does not say what is taken off");
        require(rewards.size() == 1, "it takes off two things at once; write the second as a statement of its own");
        return completed(rewards.get(0));
    }

    private static final String BY_ITEM = "it goes with percentOff, amountOffEach and nowPrice, which are for each item";

    private static void requireAlone(String word, boolean alone) {
        requireAlone(word, alone, "it stands alone; another saving beside it is a second statement");
    }

    private static void requireAlone(String word, boolean alone, String sentence) {
        if (!alone) {
            throw Senseless.at(word, sentence, "");
        }
    }

    private void requireNoSet() {
        if (!parts.isEmpty()) {
            throw Senseless.at(setWord(), "setTier and nthOfSet say the size of their sets themselves", "");
        }
    }

    private static List<Reward.At> rising(List<Reward.At> said) {
        return said.stream().sorted(Comparator.comparingInt(Reward.At::number)).toList();
    }

    private void requireNoLevelBeside() {
        if (spend.isPresent() || items.isPresent()) {
            String word = items.isPresent() ? "whenBuying" : test == Threshold.Test.ABOVE ? "whenSpendingMoreThan" : "whenSpending";
            throw Senseless.at(word, "each tier names its own spend, so whenSpending and whenBuying are not needed", "");
        }
    }

    private Reward completed(Reward reward) {
        if (!parts.isEmpty()) {
            return setOf(reward);
        }
        if (unitsInAll > 0 || earnedPer.isPresent()) {
            return onSomeUnits(reward);
        }
        if (reward instanceof Reward.Gift gift) {
            return gift.worth(giftWorth).times(giftNumber());
        }
        Reward named = reward instanceof Reward.BuyGet deal ? deal.between(buying.names(), getting.names()) : reward;
        return named instanceof Reward.Repeated again ? again.upTo(most) : named;
    }

    private Reward.GiftNumber giftNumber() {
        return giftPer.map(level -> new Reward.GiftNumber(giftsEarned, Optional.of(asked(level, Threshold.Test.AT_OR_ABOVE)), most))
                .orElse(Reward.GiftNumber.ONE);
    }

    /** A benefit of each unit, for some of them only. */
    private Reward onSomeUnits(Reward reward) {
        String word = unitsInAll > 0 ? "itemsPerOrder" : "itemsPer";
        if (lines.isApart()) {
            throw Senseless.at(word, "it counts items over all lines, and eachLineAlone and eachAlone count lines apart", "");
        }
        if (!(reward instanceof Reward.Off off) || off.per() != Per.UNIT && !off.benefit().isPercent()) {
            throw Senseless.at(word, BY_ITEM, "upTo says how often other deals hold; setOf makes one price for several items.");
        }
        return unitsInAll > 0
                ? new Reward.Single(unitsInAll, off.benefit())
                : new Reward.Earned(asked(earnedPer.get(), Threshold.Test.AT_OR_ABOVE), unitsEarned, off.benefit(), most);
    }

    private Reward setOf(Reward reward) {
        requireDistinctParts();
        if (reward instanceof Reward.Off off && off.per() != Per.LINE) {
            return new Reward.Sets(parts, off.benefit(), off.per(), most);
        }
        throw Senseless.at(setWord(), "a set goes with percentOff, amountOff, amountOffEach, forPrice or nowPrice", "");
    }

    private String setWord() {
        return parts.get(0).names().categories().isEmpty() ? "setOf" : "setOfCategories";
    }

    /** Parts that share some skus but not all would leave it open which part a unit belongs to. */
    private void requireDistinctParts() {
        for (Reward.Part one : parts) {
            for (Reward.Part other : parts) {
                Set<String> skus = one.names().skus();
                boolean shared = skus.stream().anyMatch(other.names().skus()::contains);
                require(!shared || skus.equals(other.names().skus()), "two parts of a set share only some of their skus");
            }
        }
    }

    /** A name that is there already was meant to be another. */
    private static void addEach(Set<String> said, Set<String> more) {
        for (String name : more) {
            require(said.add(name), name + " is named twice");
        }
    }

    /** Items, named word by word. */
    private static final class NamedItems {
        private final Map<Naming, Set<String>> names = new EnumMap<>(Naming.class);

        void add(Naming by, Set<String> more) {
            addEach(names.computeIfAbsent(by, naming -> new LinkedHashSet<>()), more);
        }

        void addAll(NamedItems other) {
            other.names.forEach(this::add);
        }

        private Set<String> by(Naming naming) {
            return names.getOrDefault(naming, Set.of());
        }

        String text() {
            List<String> all = new ArrayList<>(by(Naming.CATEGORIES));
            all.addAll(by(Naming.SKUS));
            return String.join(", ", all);
        }

        Scope.Names names() {
            Scope.Names all = new Scope.Names(
                    by(Naming.STORES), by(Naming.CATEGORIES), by(Naming.BRANDS), by(Naming.SKUS), by(Naming.TAGS));
            return all.isEmpty() ? Scope.Names.NONE : all;
        }
    }
}
