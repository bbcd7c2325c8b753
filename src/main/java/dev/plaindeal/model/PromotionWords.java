package dev.plaindeal.model;

import dev.plaindeal.basket.Line;
import dev.plaindeal.model.Word.Often;
import dev.plaindeal.money.Amounts;
import dev.plaindeal.money.Percent;
import dev.plaindeal.offer.Benefit.AmountOff;
import dev.plaindeal.offer.Benefit.PercentOff;
import dev.plaindeal.offer.Benefit.PriceOf;
import dev.plaindeal.offer.Benefit;
import dev.plaindeal.offer.ChanceKind;
import dev.plaindeal.offer.Dates;
import dev.plaindeal.offer.Funding;
import dev.plaindeal.offer.Level;
import dev.plaindeal.offer.OfferTerms.Activation;
import dev.plaindeal.offer.OfferTerms;
import dev.plaindeal.offer.Reward.Per;
import dev.plaindeal.offer.Reward;
import dev.plaindeal.offer.Scope;
import dev.plaindeal.offer.Threshold;
import dev.plaindeal.offer.Tier;
import dev.plaindeal.offer.UnitOrder;
import dev.plaindeal.policy.Basis;
import dev.plaindeal.policy.ConventionOverrides;
import dev.plaindeal.policy.Conventions;
import dev.plaindeal.policy.Layer;
import dev.plaindeal.problem.Senseless;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/**
 * The words of a promotion: what a rule file may say after {@code then}.
 *
 * <p>Collects while one file is loaded, then {@link #terms()} seals it. Every word throws
 * {@link IllegalArgumentException} with a sentence for the author when what it is given makes no sense.
 *
 * <p>Worked example: {@code percentOff(10).whenSpending("USD 50").atMost("USD 20")} on a basket of USD 112.40 is
 * 11.24 off.
 */
public final class PromotionWords {

    /** More of one thing than a line of a basket can have is nobody's offer, and sums of it stay far from an int's end. */
    private static final int MOST_ITEMS = Line.MOST;
    /** What can be said once for all statements of a rule. */
    private static final List<String> SHARED = List.of(
            "whenSpending", "whenSpendingMoreThan", "whenBuying", "countingEverything", "countingSkus",
            "countingCategories", "measuredOn", "limitPerBuyer", "limitInAll", "budget");

    private final ChanceKind kind;
    private final int codeLength;
    private final List<Reward> rewards = new ArrayList<>();
    private final List<Tier> tiers = new ArrayList<>();
    private final List<Reward.Part> parts = new ArrayList<>();
    private final List<String> eligibility = new ArrayList<>();
    private final ScopeWords only = new ScopeWords();
    private final ScopeWords except = new ScopeWords();
    private final ScopeWords buying = new ScopeWords();
    private final ScopeWords getting = new ScopeWords();
    private final ScopeWords counting = new ScopeWords();
    private final Set<String> groups = new TreeSet<>();
    private final Set<String> notWith = new TreeSet<>();
    private ConventionOverrides choices = ConventionOverrides.NONE;
    private Optional<Layer> layer = Optional.empty();
    private Optional<Level> spend = Optional.empty();
    private Optional<Level> items = Optional.empty();
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
    private Scope.Reduced reduced = Scope.Reduced.INCLUDED;
    private Scope.Counting lines = Scope.Counting.TOGETHER;
    private UnitOrder which = UnitOrder.CHEAPEST;
    private Optional<PromotionWords> common = Optional.empty();
    private int unitsPerLine;
    private int smallPrint;
    private int order;
    private long perBuyer;
    private long inAll;
    private boolean datesShown = true;
    private boolean basisStated;
    private boolean exclusive;
    private boolean announced;

    /** An empty promise for a chance of this kind; {@code codeLength} is 0 where there is no code to type. */
    public PromotionWords(ChanceKind kind, int codeLength) {
        this.kind = kind;
        this.codeLength = codeLength;
    }

    @Word(value = "Take this percentage off everything in scope.", settles = Word.SAVING)
    public PromotionWords percentOff(int percent) {
        return percentOff(Integer.toString(percent));
    }

    @Word(value = "Take this percentage off everything in scope; decimals in quotes.", settles = Word.SAVING)
    public PromotionWords percentOff(String percent) {
        return reward(new Reward.Off(new PercentOff(percent(percent)), Per.SCOPE));
    }

    @Word(value = "Take this amount off, once, shared over everything in scope.", ofMoney = true, settles = Word.SAVING)
    public PromotionWords amountOff(String amount) {
        return reward(new Reward.Off(new AmountOff(positive(amount)), Per.SCOPE));
    }

    @Word(value = "Take this amount off each item.", ofMoney = true, settles = Word.SAVING)
    public PromotionWords amountOffEach(String amount) {
        return reward(new Reward.Off(new AmountOff(positive(amount)), Per.UNIT));
    }

    @Word(value = "Take this amount off each line, however many items it has.", ofMoney = true, settles = Word.SAVING)
    public PromotionWords amountOffEachLine(String amount) {
        return reward(new Reward.Off(new AmountOff(positive(amount)), Per.LINE));
    }

    @Word(value = "Each item now costs this.", ofMoney = true, settles = Word.SAVING)
    public PromotionWords nowPrice(String price) {
        return reward(new Reward.Off(new PriceOf(Amounts.of(price)), Per.UNIT));
    }

    @Word(value = "Everything in scope together costs this; after setOf, each set costs this.", ofMoney = true, settles = Word.SAVING)
    public PromotionWords forPrice(String price) {
        return reward(new Reward.Off(new PriceOf(Amounts.of(price)), Per.SCOPE));
    }

    @Word(
            value = "Spend the first, save the second (an amount or a percentage); repeat the word for more tiers.",
            ofMoney = true,
            settles = Word.SAVING,
            often = Often.EACH_DIFFERENT)
    public PromotionWords tier(String spend, String saving) {
        return tier(new Level.Spend(positive(spend)), saving);
    }

    @Word(
            value = "Buy this many items, save the second (an amount or a percentage); repeat the word for more tiers.",
            ofMoney = true,
            settles = Word.SAVING,
            often = Often.EACH_DIFFERENT)
    public PromotionWords tier(int items, String saving) {
        return tier(new Level.Items(count(items)), saving);
    }

    private PromotionWords tier(Level level, String saving) {
        require(tiers.stream().noneMatch(tier -> tier.level().equals(level)), "two tiers ask for the same");
        tiers.add(new Tier(level, benefit(saving)));
        return this;
    }

    @Word(value = "For every first amount spent, take the second off.", ofMoney = true, settles = Word.SAVING)
    public PromotionWords every(String spend, String saving) {
        return reward(new Reward.Every(new Level.Spend(positive(spend)), positive(saving), OptionalInt.empty()));
    }

    @Word(value = "For every so many items bought, take this amount off.", ofMoney = true, settles = Word.SAVING)
    public PromotionWords every(int items, String saving) {
        return reward(new Reward.Every(new Level.Items(count(items)), positive(saving), OptionalInt.empty()));
    }

    @Word(
            value = "The deal is for complete sets of so many items; then say percentOff, amountOff, forPrice or nowPrice.",
            often = Often.EACH_COUNTS)
    public PromotionWords setOf(int items) {
        return part(items, Set.of());
    }

    @Word(
            value = "The deal is for complete sets with so many of these skus in each; repeat for more parts.",
            often = Often.EACH_COUNTS)
    public PromotionWords setOf(int items, String skus) {
        return part(items, names(skus));
    }

    private PromotionWords part(int items, Set<String> skus) {
        parts.add(new Reward.Part(count(items), skus));
        long together = parts.stream().mapToLong(Reward.Part::count).sum();
        require(together <= MOST_ITEMS, "a set has at most " + MOST_ITEMS + " items, and its parts have " + together);
        return this;
    }

    @Word(value = "Every n-th item, dearest first, gets this much off, for instance \"50%\".", ofMoney = true, settles = Word.SAVING)
    public PromotionWords nthItem(int n, String saving) {
        return reward(new Reward.Nth(count(n), benefit(saving), OptionalInt.empty()));
    }

    @Word(value = "Buy so many, get so many free.", settles = Word.SAVING)
    public PromotionWords buyGet(int buy, int get) {
        return buyGet(buy, get, "100%");
    }

    @Word(value = "Buy so many, get so many at this much off, for instance \"50%\".", ofMoney = true, settles = Word.SAVING)
    public PromotionWords buyGet(int buy, int get, String saving) {
        return reward(new Reward.BuyGet(
                count(buy),
                Scope.Names.NONE,
                count(get),
                Scope.Names.NONE,
                benefit(saving),
                OptionalInt.empty()));
    }

    @Word(value = "Only these skus count as bought.", often = Often.EACH_DIFFERENT)
    public PromotionWords buyingSkus(String skus) {
        add(buying.skus, names(skus));
        return this;
    }

    @Word(value = "Only these categories count as bought.", often = Often.EACH_DIFFERENT)
    public PromotionWords buyingCategories(String categories) {
        add(buying.categories, names(categories));
        return this;
    }

    @Word(value = "Only these skus can be got.", often = Often.EACH_DIFFERENT)
    public PromotionWords gettingSkus(String skus) {
        add(getting.skus, names(skus));
        return this;
    }

    @Word(value = "Only these categories can be got.", often = Often.EACH_DIFFERENT)
    public PromotionWords gettingCategories(String categories) {
        add(getting.categories, names(categories));
        return this;
    }

    @Word(value = "The cheapest item gets this much off, for instance \"50%\" or \"USD 4\".", ofMoney = true, settles = Word.SAVING)
    public PromotionWords cheapestOff(String saving) {
        return cheapestOff(1, saving);
    }

    @Word(value = "So many of the cheapest items get this much off each.", ofMoney = true, settles = Word.SAVING)
    public PromotionWords cheapestOff(int items, String saving) {
        return reward(new Reward.Single(count(items), benefit(saving)));
    }

    @Word(value = "Shipping is free.", settles = Word.SAVING)
    public PromotionWords freeShipping() {
        return shippingOff("100%");
    }

    @Word(value = "Take this much off the shipping fees, for instance \"50%\" or \"USD 3\".", ofMoney = true, settles = Word.SAVING)
    public PromotionWords shippingOff(String saving) {
        return reward(new Reward.Shipping(benefit(saving)));
    }

    @Word(value = "Shipping costs this much per store at most.", ofMoney = true, settles = Word.SAVING)
    public PromotionWords shippingFor(String price) {
        return reward(new Reward.Shipping(new PriceOf(Amounts.of(price))));
    }

    @Word(value = "Add this sku, with its name for the receipt, to the parcel for nothing.", settles = Word.SAVING)
    public PromotionWords gift(String sku, String name) {
        return reward(new Reward.Gift(notBlank(sku, "the sku"), notBlank(name, "the name"), 1));
    }

    @Word(value = "Only when the buyer spends at least this much.", ofMoney = true, settles = "the spend needed")
    public PromotionWords whenSpending(String spend) {
        return spending(spend, Threshold.Test.AT_OR_ABOVE);
    }

    @Word(
            value = "Only when the buyer spends more than this; exactly this is not enough.",
            ofMoney = true,
            settles = "the spend needed")
    public PromotionWords whenSpendingMoreThan(String spend) {
        return spending(spend, Threshold.Test.ABOVE);
    }

    private PromotionWords spending(String needed, Threshold.Test how) {
        spend = Optional.of(new Level.Spend(positive(needed)));
        test = how;
        return this;
    }

    @Word(
            value = "Only when the buyer buys at least this many items; with whenSpending both are needed.",
            settles = "the number of items needed")
    public PromotionWords whenBuying(int count) {
        items = Optional.of(new Level.Items(count(count)));
        return this;
    }

    @Word("The spend counts everything, not only the items the offer is for.")
    public PromotionWords countingEverything() {
        return reach(Threshold.Reach.EVERYTHING);
    }

    @Word(value = "Only these skus count towards what has to be spent or bought.", often = Often.EACH_DIFFERENT)
    public PromotionWords countingSkus(String skus) {
        add(counting.skus, names(skus));
        return reach(Threshold.Reach.NAMED);
    }

    @Word(value = "Only these categories count towards what has to be spent or bought.", often = Often.EACH_DIFFERENT)
    public PromotionWords countingCategories(String categories) {
        add(counting.categories, names(categories));
        return reach(Threshold.Reach.NAMED);
    }

    private PromotionWords reach(Threshold.Reach what) {
        require(reach == Threshold.Reach.SCOPE || reach == what, "either everything counts, or what is named");
        reach = what;
        return this;
    }

    @Word("Spend, items and saving count for each line alone, not for all lines together.")
    public PromotionWords eachLineAlone() {
        lines = Scope.Counting.LINE_BY_LINE;
        return this;
    }

    @Word(
            value = "Which price the spend is measured on: \"list price\", \"running price\", \"price so far\", \"final price\", "
            + "\"price before <layer>\".",
            settles = "which price the spend is measured on")
    public PromotionWords measuredOn(String price) {
        Basis basis = Basis.of(price);
        choices = choices.thresholdOn(basis);
        return this;
    }

    @Word(
            value = "Which price the percentage is taken of: \"list price\", \"running price\", \"price so far\" or "
            + "\"price before <layer>\".",
            settles = "which price the percentage is taken of")
    public PromotionWords percentOf(String price) {
        Basis basis = Basis.of(price);
        require(basis != Basis.FINAL, "a percentage cannot be taken of the final price");
        basisStated = true;
        choices = choices.percentOf(basis);
        return this;
    }

    @Word(value = "Never take off more than this.", ofMoney = true, settles = "the most it takes off")
    public PromotionWords atMost(String amount) {
        cap = Optional.of(positive(amount));
        return this;
    }

    @Word(value = "At most this many times.", settles = "how many times it holds")
    public PromotionWords upTo(int times) {
        most = OptionalInt.of(atLeastOne(times));
        return this;
    }

    @Word(value = "No item goes below this price by it.", ofMoney = true, settles = "the lowest price of an item")
    public PromotionWords neverBelow(String price) {
        minimumPrice = Optional.of(positive(price));
        return this;
    }

    @Word(value = "Only items of these stores.", often = Often.EACH_DIFFERENT)
    public PromotionWords onlyStores(String stores) {
        add(only.stores, names(stores));
        return this;
    }

    @Word(value = "Only items of these categories.", often = Often.EACH_DIFFERENT)
    public PromotionWords onlyCategories(String categories) {
        add(only.categories, names(categories));
        return this;
    }

    @Word(value = "Only items of these brands.", often = Often.EACH_DIFFERENT)
    public PromotionWords onlyBrands(String brands) {
        add(only.brands, names(brands));
        return this;
    }

    @Word(value = "Only these skus.", often = Often.EACH_DIFFERENT)
    public PromotionWords onlySkus(String skus) {
        add(only.skus, names(skus));
        return this;
    }

    @Word(value = "No items of these stores.", often = Often.EACH_DIFFERENT)
    public PromotionWords exceptStores(String stores) {
        add(except.stores, names(stores));
        return this;
    }

    @Word(value = "No items of these categories.", often = Often.EACH_DIFFERENT)
    public PromotionWords exceptCategories(String categories) {
        add(except.categories, names(categories));
        return this;
    }

    @Word(value = "No items of these brands.", often = Often.EACH_DIFFERENT)
    public PromotionWords exceptBrands(String brands) {
        add(except.brands, names(brands));
        return this;
    }

    @Word(value = "None of these skus.", often = Often.EACH_DIFFERENT)
    public PromotionWords exceptSkus(String skus) {
        add(except.skus, names(skus));
        return this;
    }

    @Word("Not on items that are already reduced.")
    public PromotionWords notOnReduced() {
        reduced = Scope.Reduced.EXCLUDED;
        return this;
    }

    @Word(
            value = "Only items whose list price is between these two, both included.",
            ofMoney = true,
            settles = "the prices of the items")
    public PromotionWords pricedBetween(String low, String high) {
        unitPriceFrom = Optional.of(Amounts.of(low));
        unitPriceTo = Optional.of(Amounts.of(high));
        return this;
    }

    @Word(value = "At most so many items of each line.", settles = "how many items of each line")
    public PromotionWords itemsPerLine(int items) {
        unitsPerLine = count(items);
        return this;
    }

    @Word(value = "Where not every item gets it, the cheapest ones do.", settles = "which items get it")
    public PromotionWords cheapestFirst() {
        which = UnitOrder.CHEAPEST;
        return this;
    }

    @Word(value = "Where not every item gets it, the dearest ones do.", settles = "which items get it")
    public PromotionWords dearestFirst() {
        which = UnitOrder.DEAREST;
        return this;
    }

    @Word(
            value = "Where not every item gets it, those that come first in the basket do.",
            settles = "which items get it")
    public PromotionWords firstInBasket() {
        which = UnitOrder.FIRST;
        return this;
    }

    @Word(value = "Holds from this moment on, in this time zone.", settles = "when it begins")
    public PromotionWords from(String date, String zone) {
        from = Optional.of(Dates.Moment.of(date, zone));
        requireOrder();
        return this;
    }

    @Word(value = "Is over from this moment on, in this time zone.", settles = "when it is over")
    public PromotionWords until(String date, String zone) {
        until = Optional.of(Dates.Moment.of(date, zone));
        requireOrder();
        return this;
    }

    private void requireOrder() {
        require(
                from.isEmpty() || until.isEmpty() || from.get().instant().isBefore(until.get().instant()),
                "it ends before it begins");
    }

    @Word("The dates are not printed on it.")
    public PromotionWords datesNotShown() {
        datesShown = false;
        return this;
    }

    @Word(value = "The platform pays for it.", settles = "who pays")
    public PromotionWords paidByPlatform() {
        return funding(Funding.PLATFORM);
    }

    @Word(value = "The store pays for it.", settles = "who pays")
    public PromotionWords paidByStore() {
        return funding(Funding.STORE);
    }

    @Word(value = "The platform pays this share, for instance \"40%\", the store the rest.", settles = "who pays")
    public PromotionWords platformPays(String share) {
        return funding(new Funding(shareOf(share)));
    }

    private PromotionWords funding(Funding by) {
        funding = Optional.of(by);
        return this;
    }

    @Word(value = "It comes off by itself.", settles = "how the buyer gets it")
    public PromotionWords automatic() {
        return activation(Activation.AUTOMATIC);
    }

    @Word(value = "The buyer ticks a box for it.", settles = "how the buyer gets it")
    public PromotionWords tickedBox() {
        return activation(Activation.TICK);
    }

    @Word(value = "The buyer collects it before.", settles = "how the buyer gets it")
    public PromotionWords collected() {
        return activation(Activation.COLLECT);
    }

    @Word(value = "The buyer types its code.", settles = "how the buyer gets it")
    public PromotionWords typedIn() {
        return activation(Activation.TYPE);
    }

    private PromotionWords activation(Activation how) {
        activation = Optional.of(how);
        return this;
    }

    @Word(
            value = "Who can have it, in a few words; repeat for each condition the buyer has to meet.",
            often = Often.EACH_DIFFERENT)
    public PromotionWords eligible(String who) {
        eligibility.add(notBlank(who, "who can have it"));
        return this;
    }

    @Word(value = "How many words its printed conditions have.", settles = "the length of its small print")
    public PromotionWords smallPrint(int words) {
        require(words >= 0 && words <= 5000, "the small print has 0 to 5000 words");
        smallPrint = words;
        return this;
    }

    @Word(value = "It belongs to this layer, for instance \"item-price\".", settles = "its layer")
    public PromotionWords inLayer(String name) {
        layer = Optional.of(Layer.find(name)
                .orElseThrow(() -> new IllegalArgumentException("there is no layer " + name + "; the layers are "
                        + String.join(", ", Arrays.stream(Layer.values()).map(Layer::key).toList()))));
        return this;
    }

    @Word("It stands alone: nothing else with it.")
    public PromotionWords exclusive() {
        exclusive = true;
        return this;
    }

    @Word(value = "At most one promotion of this group is kept.", often = Often.EACH_DIFFERENT)
    public PromotionWords group(String name) {
        groups.add(notBlank(name, "the group's name"));
        return this;
    }

    @Word(value = "Never together with these promotions.", often = Often.EACH_DIFFERENT)
    public PromotionWords notWith(String ids) {
        add(notWith, names(ids));
        return this;
    }

    @Word(value = "Its place among several of its layer, lower first.", settles = "its place")
    public PromotionWords order(int place) {
        order = place;
        return this;
    }

    @Word("It is public: a buyer who mistypes its code may be told.")
    public PromotionWords announced() {
        announced = true;
        return this;
    }

    @Word(value = "Each buyer can use it so many times.", settles = "how often each buyer can use it")
    public PromotionWords limitPerBuyer(int uses) {
        perBuyer = atLeastOne(uses);
        return this;
    }

    @Word(value = "It can be used so many times in all.", settles = "how often it can be used")
    public PromotionWords limitInAll(int uses) {
        inAll = atLeastOne(uses);
        return this;
    }

    @Word(value = "It gives away this much in all.", settles = "what it gives away in all")
    public PromotionWords budget(String amount) {
        budget = Optional.of(positive(amount));
        return this;
    }

    @Word(value = "Round for each item.", settles = "over what it is rounded")
    public PromotionWords roundEachItem() {
        return choose(choices.with(Conventions.Grain.UNIT));
    }

    @Word(value = "Round for each line.", settles = "over what it is rounded")
    public PromotionWords roundEachLine() {
        return choose(choices.with(Conventions.Grain.LINE));
    }

    @Word(value = "Round once, over everything in scope.", settles = "over what it is rounded")
    public PromotionWords roundOnce() {
        return choose(choices.with(Conventions.Grain.SCOPE));
    }

    @Word(value = "Round the price that results, not the discount.", settles = "what is rounded")
    public PromotionWords roundThePrice() {
        return choose(choices.with(Conventions.Rounds.PRICE));
    }

    @Word(value = "How to round: \"half up\", \"half even\", \"down\" or \"up\".", settles = "how it is rounded")
    public PromotionWords rounding(String mode) {
        RoundingMode chosen = WordArguments.rounding(mode);
        return choose(choices.with(chosen));
    }

    @Word(
            value = "Who gets the spare cent: \"largest remainder\", \"first lines\", \"first lines rounded\" or \"last line\".",
            settles = "who gets the spare cent")
    public PromotionWords spareCent(String where) {
        Conventions.Spare chosen = WordArguments.spare(where);
        return choose(choices.with(chosen));
    }

    private PromotionWords choose(ConventionOverrides chosen) {
        choices = chosen;
        return this;
    }

    /** Adds what the rule's own conditions ask of the buyer, as sentences. */
    public void needs(List<String> conditions) {
        eligibility.addAll(conditions);
    }

    /**
     * Takes over what another statement of the rule says for all of them: what has to be spent or bought, and limits.
     *
     * @param shared a promise without a saving
     */
    public void sharing(PromotionWords shared) {
        common = Optional.of(shared);
    }

    /**
     * Refuses what cannot be said once for all statements of a rule.
     *
     * @param words what was said to this promise, by name
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
     * @param words what was said to this promise, by name
     * @param terms what it was sealed to
     */
    public List<Senseless> idle(Collection<String> words, OfferTerms terms) {
        return UnusedWords.of(words, new UnusedWords.Sealed(terms, kind, own()));
    }

    /**
     * Seals the promise.
     *
     * @throws IllegalArgumentException with a sentence for the author when it takes nothing off, takes off two things at
     *     once, or says things that do not go together
     */
    public OfferTerms terms() {
        Reward reward = oneReward();
        boolean ofFees = reward.isOnFees();
        Layer where = layer.orElse(ofFees ? Layer.SHIPPING : kind.layer());
        if (!reward.isGift() && ofFees != (where.slot() == Layer.Slot.FEE)) {
            String sentence = "offers on goods and offers on shipping belong to different layers";
            throw layer.isPresent() ? Senseless.at("inLayer", sentence, "") : new IllegalArgumentException(sentence);
        }
        return new OfferTerms(
                where,
                reward,
                scope(),
                threshold(),
                cap,
                minimumPrice,
                new Dates(from, until),
                funding.orElse(kind.funding()),
                which,
                choices(),
                shown(reward),
                new OfferTerms.Combining(exclusive, List.copyOf(groups), List.copyOf(notWith), order, announced),
                limits());
    }

    private ConventionOverrides choices() {
        return common.map(shared -> choices.over(shared.choices)).orElse(choices);
    }

    private OfferTerms.Limits limits() {
        OfferTerms.Limits shared = common.map(PromotionWords::limits).orElse(OfferTerms.Limits.NONE);
        return new OfferTerms.Limits(
                perBuyer > 0 ? perBuyer : shared.perBuyer(),
                inAll > 0 ? inAll : shared.inAll(),
                budget.or(shared::budget));
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
        common.ifPresent(shared -> shared.asked().forEach(one -> all.add(one.overEverything())));
        return all;
    }

    private List<Threshold> own() {
        List<Threshold> all = new ArrayList<>();
        spend.ifPresent(needed -> all.add(asked(needed, test)));
        items.ifPresent(needed -> all.add(asked(needed, Threshold.Test.AT_OR_ABOVE)));
        return all;
    }

    private Threshold asked(Level needed, Threshold.Test how) {
        return new Threshold(needed, how, reach, counting.names(), Optional.empty());
    }

    /** The buyer has one more condition to read for each of these: a ladder alone has its levels, any other saving one threshold. */
    private List<String> conditions(Reward reward) {
        List<String> all = new ArrayList<>(eligibility);
        asked().stream().skip(reward instanceof Reward.Tiers ? 0 : 1).map(PromotionWords::condition).forEach(all::add);
        counted().ifPresent(all::add);
        common.flatMap(PromotionWords::counted).ifPresent(all::add);
        return all;
    }

    private static String condition(Threshold asked) {
        return asked.level().match(new LevelWords(asked.test()));
    }

    private record LevelWords(Threshold.Test test) implements Level.Cases<String> {
        @Override
        public String spend(Level.Spend needed) {
            return (test == Threshold.Test.ABOVE ? "with more than " : "with at least ") + needed.amounts().text() + " spent";
        }

        @Override
        public String items(Level.Items needed) {
            return "with at least " + needed.count() + " items";
        }
    }

    private Optional<String> counted() {
        return reach == Threshold.Reach.NAMED ? Optional.of("counting only " + counting.text()) : Optional.empty();
    }

    private OfferTerms.Shown shown(Reward reward) {
        Activation how = activation.orElse(kind.activation());
        int typed = how == Activation.TYPE ? codeLength : 0;
        return new OfferTerms.Shown(how, typed, conditions(reward), smallPrint, datesShown, basisStated);
    }

    private Scope scope() {
        Scope said = new Scope(only.names(), except.names(), reduced, unitPriceFrom, unitPriceTo, unitsPerLine, lines);
        return said.equals(Scope.ALL) ? Scope.ALL : said;
    }

    private Reward oneReward() {
        if (!tiers.isEmpty()) {
            if (!rewards.isEmpty() || !parts.isEmpty()) {
                String word = parts.isEmpty() ? "tier" : "setOf";
                throw Senseless.at(word, "tiers stand alone; another saving beside them is a second statement", "");
            }
            requireNoLevelBeside();
            return LadderOrder.of(tiers);
        }
        require(!rewards.isEmpty(), "it does not say what is taken off");
        require(rewards.size() == 1, "it takes off two things at once; write the second as a statement of its own");
        return completed(rewards.get(0));
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
        Reward named = reward instanceof Reward.BuyGet deal ? deal.between(buying.names(), getting.names()) : reward;
        return named instanceof Reward.Repeated again ? again.upTo(most) : named;
    }

    private Reward setOf(Reward reward) {
        requireDistinctParts();
        if (reward instanceof Reward.Off off && off.per() != Per.LINE) {
            return new Reward.Sets(parts, off.benefit(), off.per(), most);
        }
        throw Senseless.at("setOf", "a set goes with percentOff, amountOff, amountOffEach, forPrice or nowPrice", "");
    }

    /** Parts that share some skus but not all would leave it open which part a unit belongs to. */
    private void requireDistinctParts() {
        for (Reward.Part one : parts) {
            for (Reward.Part other : parts) {
                boolean shared = one.skus().stream().anyMatch(other.skus()::contains);
                require(!shared || one.skus().equals(other.skus()), "two parts of a set share only some of their skus");
            }
        }
    }

    private PromotionWords reward(Reward reward) {
        rewards.add(reward);
        return this;
    }

    private static Benefit benefit(String saving) {
        return saving.strip().endsWith("%") ? new PercentOff(more(shareOf(saving))) : new AmountOff(positive(saving));
    }

    private static Percent shareOf(String text) {
        String share = text.strip();
        require(share.endsWith("%"), "a share is written with its sign, for instance \"40%\"");
        return WordArguments.percent(share.substring(0, share.length() - 1).strip());
    }

    private static Percent percent(String text) {
        return more(WordArguments.percent(text));
    }

    private static Percent more(Percent percent) {
        require(percent.millionths() > 0, "0 percent takes nothing off");
        return percent;
    }

    private static String notBlank(String text, String what) {
        require(!text.isBlank(), what + " is empty");
        return text;
    }

    private static Amounts positive(String text) {
        Amounts amounts = Amounts.of(text);
        require(amounts.isMoreThanNothing(), "the amount has to be above 0");
        return amounts;
    }

    /** A number of items. */
    private static int count(int items) {
        require(items <= MOST_ITEMS, items + " items are more than the " + MOST_ITEMS + " a rule can ask for");
        return atLeastOne(items);
    }

    private static int atLeastOne(int number) {
        require(number >= 1, "the number has to be at least 1");
        return number;
    }

    /** A name that is there already was meant to be another. */
    private static void add(Set<String> said, Set<String> more) {
        for (String name : more) {
            require(said.add(name), name + " is named twice");
        }
    }

    private static Set<String> names(String list) {
        return WordArguments.names(list);
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new IllegalArgumentException(sentence);
        }
    }

    /** Names collected word by word. */
    private static final class ScopeWords {
        private final Set<String> stores = new LinkedHashSet<>();
        private final Set<String> categories = new LinkedHashSet<>();
        private final Set<String> brands = new LinkedHashSet<>();
        private final Set<String> skus = new LinkedHashSet<>();

        String text() {
            List<String> all = new ArrayList<>(categories);
            all.addAll(skus);
            return String.join(", ", all);
        }

        Scope.Names names() {
            Scope.Names names = new Scope.Names(stores, categories, brands, skus);
            return names.isEmpty() ? Scope.Names.NONE : names;
        }
    }
}
