package dev.plaindeal.model;

import dev.plaindeal.model.Benefit.AmountOff;
import dev.plaindeal.model.Benefit.PercentOff;
import dev.plaindeal.model.Benefit.PriceOf;
import dev.plaindeal.model.Reward.Per;
import dev.plaindeal.model.Terms.Activation;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * The words of a promotion: what a rule file may say after {@code then}.
 *
 * <p>Collects while one file is loaded, then {@link #terms()} seals it. Every word throws
 * {@link IllegalArgumentException} with a sentence for the author when what it is given makes no sense.
 *
 * <p>Worked example: {@code percentOff(10).whenSpending("USD 50").atMost("USD 20")} on a basket of USD 112.40 is
 * 11.24 off.
 */
public final class Promise {

    private final ChanceKind kind;
    private final int codeLength;
    private final List<Reward> rewards = new ArrayList<>();
    private final List<Tier> tiers = new ArrayList<>();
    private final List<Reward.Part> parts = new ArrayList<>();
    private final List<UnaryOperator<Conventions>> choices = new ArrayList<>();
    private final List<String> eligibility = new ArrayList<>();
    private final ScopeWords only = new ScopeWords();
    private final ScopeWords except = new ScopeWords();
    private final ScopeWords buying = new ScopeWords();
    private final ScopeWords getting = new ScopeWords();
    private final ScopeWords counting = new ScopeWords();
    private final Set<String> groups = new TreeSet<>();
    private final Set<String> notWith = new TreeSet<>();
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
    private Which which = Which.CHEAPEST;
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
    public Promise(ChanceKind kind, int codeLength) {
        this.kind = kind;
        this.codeLength = codeLength;
    }

    @Word("Take this percentage off everything in scope.")
    public Promise percentOff(int percent) {
        return percentOff(Integer.toString(percent));
    }

    @Word("Take this percentage off everything in scope; decimals in quotes.")
    public Promise percentOff(String percent) {
        return reward(new Reward.Off(new PercentOff(percent(percent)), Per.SCOPE));
    }

    @Word("Take this amount off, once, shared over everything in scope.")
    public Promise amountOff(String amount) {
        return reward(new Reward.Off(new AmountOff(positive(amount)), Per.SCOPE));
    }

    @Word("Take this amount off each item.")
    public Promise amountOffEach(String amount) {
        return reward(new Reward.Off(new AmountOff(positive(amount)), Per.UNIT));
    }

    @Word("Take this amount off each line, however many items it has.")
    public Promise amountOffEachLine(String amount) {
        return reward(new Reward.Off(new AmountOff(positive(amount)), Per.LINE));
    }

    @Word("Each item now costs this.")
    public Promise nowPrice(String price) {
        return reward(new Reward.Off(new PriceOf(Amounts.of(price)), Per.UNIT));
    }

    @Word("Everything in scope together costs this; after setOf, each set costs this.")
    public Promise forPrice(String price) {
        return reward(new Reward.Off(new PriceOf(Amounts.of(price)), Per.SCOPE));
    }

    @Word("Spend the first, save the second (an amount or a percentage); repeat the word for more tiers.")
    public Promise tier(String spend, String saving) {
        return tier(new Level.Spend(positive(spend)), saving);
    }

    @Word("Buy this many items, save the second (an amount or a percentage); repeat the word for more tiers.")
    public Promise tier(int items, String saving) {
        return tier(new Level.Items(items), saving);
    }

    private Promise tier(Level level, String saving) {
        require(tiers.stream().noneMatch(tier -> tier.level().equals(level)), "two tiers ask for the same");
        tiers.add(new Tier(level, benefit(saving)));
        return this;
    }

    @Word("For every first amount spent, take the second off.")
    public Promise every(String spend, String saving) {
        return reward(new Reward.Every(new Level.Spend(positive(spend)), positive(saving), OptionalInt.empty()));
    }

    @Word("For every so many items bought, take this amount off.")
    public Promise every(int items, String saving) {
        return reward(new Reward.Every(new Level.Items(items), positive(saving), OptionalInt.empty()));
    }

    @Word("The deal is for complete sets of so many items; then say percentOff, amountOff, forPrice or nowPrice.")
    public Promise setOf(int items) {
        return part(items, Set.of());
    }

    @Word("The deal is for complete sets with so many of these skus in each; repeat for more parts.")
    public Promise setOf(int items, String skus) {
        return part(items, names(skus));
    }

    private Promise part(int items, Set<String> skus) {
        parts.add(new Reward.Part(atLeastOne(items), skus));
        return this;
    }

    @Word("Every n-th item, dearest first, gets this much off, for instance \"50%\".")
    public Promise nthItem(int n, String saving) {
        return reward(new Reward.Nth(atLeastOne(n), benefit(saving), OptionalInt.empty()));
    }

    @Word("Buy so many, get so many free.")
    public Promise buyGet(int buy, int get) {
        return buyGet(buy, get, "100%");
    }

    @Word("Buy so many, get so many at this much off, for instance \"50%\".")
    public Promise buyGet(int buy, int get, String saving) {
        return reward(new Reward.BuyGet(
                atLeastOne(buy),
                Scope.Names.NONE,
                atLeastOne(get),
                Scope.Names.NONE,
                benefit(saving),
                OptionalInt.empty()));
    }

    @Word("Only these skus count as bought.")
    public Promise buyingSkus(String skus) {
        buying.skus.addAll(names(skus));
        return this;
    }

    @Word("Only these categories count as bought.")
    public Promise buyingCategories(String categories) {
        buying.categories.addAll(names(categories));
        return this;
    }

    @Word("Only these skus can be got.")
    public Promise gettingSkus(String skus) {
        getting.skus.addAll(names(skus));
        return this;
    }

    @Word("Only these categories can be got.")
    public Promise gettingCategories(String categories) {
        getting.categories.addAll(names(categories));
        return this;
    }

    @Word("The cheapest item gets this much off, for instance \"50%\" or \"USD 4\".")
    public Promise cheapestOff(String saving) {
        return cheapestOff(1, saving);
    }

    @Word("So many of the cheapest items get this much off each.")
    public Promise cheapestOff(int items, String saving) {
        return reward(new Reward.Single(atLeastOne(items), benefit(saving)));
    }

    @Word("Shipping is free.")
    public Promise freeShipping() {
        return shippingOff("100%");
    }

    @Word("Take this much off the shipping fees, for instance \"50%\" or \"USD 3\".")
    public Promise shippingOff(String saving) {
        return reward(new Reward.Shipping(benefit(saving)));
    }

    @Word("Shipping costs this much per store at most.")
    public Promise shippingFor(String price) {
        return reward(new Reward.Shipping(new PriceOf(Amounts.of(price))));
    }

    @Word("Add this sku, with its name for the receipt, to the parcel for nothing.")
    public Promise gift(String sku, String name) {
        return reward(new Reward.Gift(sku, name, 1));
    }

    @Word("Only when the buyer spends at least this much.")
    public Promise whenSpending(String spend) {
        return spending(spend, Threshold.Test.AT_OR_ABOVE);
    }

    @Word("Only when the buyer spends more than this; exactly this is not enough.")
    public Promise whenSpendingMoreThan(String spend) {
        return spending(spend, Threshold.Test.ABOVE);
    }

    private Promise spending(String needed, Threshold.Test how) {
        once(spend.isEmpty(), "the spend needed");
        spend = Optional.of(new Level.Spend(positive(needed)));
        test = how;
        return this;
    }

    @Word("Only when the buyer buys at least this many items; with whenSpending both are needed.")
    public Promise whenBuying(int count) {
        once(items.isEmpty(), "the number of items needed");
        items = Optional.of(new Level.Items(count));
        return this;
    }

    @Word("The spend counts everything, not only the items the offer is for.")
    public Promise countingEverything() {
        return reach(Threshold.Reach.EVERYTHING);
    }

    @Word("Only these skus count towards what has to be spent or bought.")
    public Promise countingSkus(String skus) {
        counting.skus.addAll(names(skus));
        return reach(Threshold.Reach.NAMED);
    }

    @Word("Only these categories count towards what has to be spent or bought.")
    public Promise countingCategories(String categories) {
        counting.categories.addAll(names(categories));
        return reach(Threshold.Reach.NAMED);
    }

    private Promise reach(Threshold.Reach what) {
        require(reach == Threshold.Reach.SCOPE || reach == what, "either everything counts, or what is named");
        reach = what;
        return this;
    }

    @Word("Spend, items and saving count for each line alone, not for all lines together.")
    public Promise eachLineAlone() {
        lines = Scope.Counting.LINE_BY_LINE;
        return this;
    }

    @Word("Which price the spend is measured on: \"list price\", \"running price\", \"price so far\", \"final price\", "
            + "\"price before <layer>\".")
    public Promise measuredOn(String price) {
        Basis basis = Basis.of(price);
        choices.add(conventions -> conventions.thresholdOn(basis));
        return this;
    }

    @Word("Which price the percentage is taken of: \"list price\", \"running price\", \"price so far\" or "
            + "\"price before <layer>\".")
    public Promise percentOf(String price) {
        Basis basis = Basis.of(price);
        require(basis != Basis.FINAL, "a percentage cannot be taken of the final price");
        basisStated = true;
        choices.add(conventions -> conventions.percentOf(basis));
        return this;
    }

    @Word("Never take off more than this.")
    public Promise atMost(String amount) {
        once(cap.isEmpty(), "the most it takes off");
        cap = Optional.of(positive(amount));
        return this;
    }

    @Word("At most this many times.")
    public Promise upTo(int times) {
        most = OptionalInt.of(atLeastOne(times));
        return this;
    }

    @Word("No item goes below this price by it.")
    public Promise neverBelow(String price) {
        minimumPrice = Optional.of(Amounts.of(price));
        return this;
    }

    @Word("Only items of these stores.")
    public Promise onlyStores(String stores) {
        only.stores.addAll(names(stores));
        return this;
    }

    @Word("Only items of these categories.")
    public Promise onlyCategories(String categories) {
        only.categories.addAll(names(categories));
        return this;
    }

    @Word("Only items of these brands.")
    public Promise onlyBrands(String brands) {
        only.brands.addAll(names(brands));
        return this;
    }

    @Word("Only these skus.")
    public Promise onlySkus(String skus) {
        only.skus.addAll(names(skus));
        return this;
    }

    @Word("No items of these stores.")
    public Promise exceptStores(String stores) {
        except.stores.addAll(names(stores));
        return this;
    }

    @Word("No items of these categories.")
    public Promise exceptCategories(String categories) {
        except.categories.addAll(names(categories));
        return this;
    }

    @Word("No items of these brands.")
    public Promise exceptBrands(String brands) {
        except.brands.addAll(names(brands));
        return this;
    }

    @Word("None of these skus.")
    public Promise exceptSkus(String skus) {
        except.skus.addAll(names(skus));
        return this;
    }

    @Word("Not on items that are already reduced.")
    public Promise notOnReduced() {
        reduced = Scope.Reduced.EXCLUDED;
        return this;
    }

    @Word("Only items whose list price is between these two, both included.")
    public Promise pricedBetween(String low, String high) {
        unitPriceFrom = Optional.of(Amounts.of(low));
        unitPriceTo = Optional.of(Amounts.of(high));
        return this;
    }

    @Word("At most so many items of each line.")
    public Promise itemsPerLine(int items) {
        unitsPerLine = atLeastOne(items);
        return this;
    }

    @Word("Where not every item gets it, the cheapest ones do.")
    public Promise cheapestFirst() {
        which = Which.CHEAPEST;
        return this;
    }

    @Word("Where not every item gets it, the dearest ones do.")
    public Promise dearestFirst() {
        which = Which.DEAREST;
        return this;
    }

    @Word("Where not every item gets it, those that come first in the basket do.")
    public Promise firstInBasket() {
        which = Which.FIRST;
        return this;
    }

    @Word("Holds from this moment on, in this time zone.")
    public Promise from(String date, String zone) {
        from = Optional.of(Dates.Moment.of(date, zone));
        requireOrder();
        return this;
    }

    @Word("Is over from this moment on, in this time zone.")
    public Promise until(String date, String zone) {
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
    public Promise datesNotShown() {
        datesShown = false;
        return this;
    }

    @Word("The platform pays for it.")
    public Promise paidByPlatform() {
        return funding(Funding.PLATFORM);
    }

    @Word("The store pays for it.")
    public Promise paidByStore() {
        return funding(Funding.STORE);
    }

    @Word("The platform pays this share, for instance \"40%\", the store the rest.")
    public Promise platformPays(String share) {
        return funding(new Funding(shareOf(share)));
    }

    private Promise funding(Funding by) {
        once(funding.isEmpty(), "who pays");
        funding = Optional.of(by);
        return this;
    }

    @Word("It comes off by itself.")
    public Promise automatic() {
        return activation(Activation.AUTOMATIC);
    }

    @Word("The buyer ticks a box for it.")
    public Promise tickedBox() {
        return activation(Activation.TICK);
    }

    @Word("The buyer collects it before.")
    public Promise collected() {
        return activation(Activation.COLLECT);
    }

    @Word("The buyer types its code.")
    public Promise typedIn() {
        return activation(Activation.TYPE);
    }

    private Promise activation(Activation how) {
        once(activation.isEmpty(), "how the buyer gets it");
        activation = Optional.of(how);
        return this;
    }

    @Word("Who can have it, in a few words; repeat for each condition the buyer has to meet.")
    public Promise eligible(String who) {
        eligibility.add(who);
        return this;
    }

    @Word("How many words its printed conditions have.")
    public Promise smallPrint(int words) {
        require(words >= 0 && words <= 5000, "the small print has 0 to 5000 words");
        smallPrint = words;
        return this;
    }

    @Word("It belongs to this layer, for instance \"item-price\".")
    public Promise inLayer(String name) {
        layer = Optional.of(Layer.find(name)
                .orElseThrow(() -> new IllegalArgumentException("there is no layer " + name + "; the layers are "
                        + String.join(", ", Arrays.stream(Layer.values()).map(Layer::key).toList()))));
        return this;
    }

    @Word("It stands alone: nothing else with it.")
    public Promise exclusive() {
        exclusive = true;
        return this;
    }

    @Word("At most one promotion of this group is kept.")
    public Promise group(String name) {
        groups.add(name);
        return this;
    }

    @Word("Never together with these promotions.")
    public Promise notWith(String ids) {
        notWith.addAll(names(ids));
        return this;
    }

    @Word("Its place among several of its layer, lower first.")
    public Promise order(int place) {
        order = place;
        return this;
    }

    @Word("It is public: a buyer who mistypes its code may be told.")
    public Promise announced() {
        announced = true;
        return this;
    }

    @Word("Each buyer can use it so many times.")
    public Promise limitPerBuyer(int uses) {
        perBuyer = atLeastOne(uses);
        return this;
    }

    @Word("It can be used so many times in all.")
    public Promise limitInAll(int uses) {
        inAll = atLeastOne(uses);
        return this;
    }

    @Word("It gives away this much in all.")
    public Promise budget(String amount) {
        budget = Optional.of(positive(amount));
        return this;
    }

    @Word("Round for each item.")
    public Promise roundEachItem() {
        return choose(conventions -> conventions.with(Conventions.Grain.UNIT));
    }

    @Word("Round for each line.")
    public Promise roundEachLine() {
        return choose(conventions -> conventions.with(Conventions.Grain.LINE));
    }

    @Word("Round once, over everything in scope.")
    public Promise roundOnce() {
        return choose(conventions -> conventions.with(Conventions.Grain.SCOPE));
    }

    @Word("Round the price that results, not the discount.")
    public Promise roundThePrice() {
        return choose(conventions -> conventions.with(Conventions.Rounds.PRICE));
    }

    @Word("How to round: \"half up\", \"half even\", \"down\" or \"up\".")
    public Promise rounding(String mode) {
        RoundingMode chosen = Words.rounding(mode);
        return choose(conventions -> conventions.with(chosen));
    }

    @Word("Who gets the spare cent: \"largest remainder\", \"first lines\", \"first lines rounded\" or \"last line\".")
    public Promise spareCent(String where) {
        Conventions.Spare chosen = Words.spare(where);
        return choose(conventions -> conventions.with(chosen));
    }

    private Promise choose(UnaryOperator<Conventions> choice) {
        choices.add(choice);
        return this;
    }

    /** Adds what the rule's own conditions ask of the buyer, as sentences. */
    public void needs(List<String> conditions) {
        eligibility.addAll(conditions);
    }

    /**
     * Seals the promise.
     *
     * @throws IllegalArgumentException with a sentence for the author when it takes nothing off, takes off two things at
     *     once, or says things that do not go together
     */
    public Terms terms() {
        Reward reward = oneReward();
        require(most.isEmpty() || repeats(reward), "upTo goes with every, setOf, nthItem and buyGet");
        Layer where = layer.orElse(reward instanceof Reward.Shipping ? Layer.SHIPPING : kind.layer());
        require(
                reward instanceof Reward.Gift || reward instanceof Reward.Shipping == (where == Layer.SHIPPING),
                "offers on goods and offers on shipping belong to different layers");
        return new Terms(
                where,
                reward,
                scope(),
                threshold(),
                cap,
                minimumPrice,
                new Dates(from, until),
                funding.orElse(kind.funding()),
                which,
                choices.isEmpty() ? Terms.Choices.NONE : new Terms.Choices(choices),
                shown(),
                new Terms.Combining(exclusive, List.copyOf(groups), List.copyOf(notWith), order, announced),
                new Terms.Limits(perBuyer, inAll, budget));
    }

    /** The spend with the items beside it, or the one that was said. */
    private Optional<Threshold> threshold() {
        Optional<Threshold> bought = items.map(count -> threshold(count, Threshold.Test.AT_OR_ABOVE, Optional.empty()));
        require(reach != Threshold.Reach.NAMED || spend.isPresent() || items.isPresent(),
                "what counts goes with whenSpending or whenBuying");
        return spend.isEmpty() ? bought : spend.map(needed -> threshold(needed, test, bought));
    }

    private Threshold threshold(Level needed, Threshold.Test how, Optional<Threshold> also) {
        return new Threshold(needed, how, reach, counting.names(), also);
    }

    /** The buyer has one more condition to read for each of these. */
    private List<String> conditions() {
        List<String> all = new ArrayList<>(eligibility);
        if (spend.isPresent()) {
            items.ifPresent(needed -> all.add("with at least " + ((Level.Items) needed).count() + " items"));
        }
        if (reach == Threshold.Reach.NAMED) {
            all.add("counting only " + counting.text());
        }
        return all;
    }

    private Terms.Shown shown() {
        Activation how = activation.orElse(kind.activation());
        int typed = how == Activation.TYPE ? codeLength : 0;
        return new Terms.Shown(how, typed, conditions(), smallPrint, datesShown, basisStated);
    }

    private Scope scope() {
        Scope said = new Scope(only.names(), except.names(), reduced, unitPriceFrom, unitPriceTo, unitsPerLine, lines);
        return said.equals(Scope.ALL) ? Scope.ALL : said;
    }

    private Reward oneReward() {
        if (!tiers.isEmpty()) {
            require(rewards.isEmpty(), "tiers stand alone; another saving beside them is a second promotion");
            require(
                    spend.isEmpty() && items.isEmpty(),
                    "each tier names its own spend, so whenSpending and whenBuying are not needed");
            return Ladder.of(tiers);
        }
        require(!rewards.isEmpty(), "it does not say what is taken off");
        require(rewards.size() == 1, "it takes off two things at once; write the second as a statement of its own");
        return completed(rewards.get(0));
    }

    private Reward completed(Reward reward) {
        if (!parts.isEmpty()) {
            return setOf(reward);
        }
        if (reward instanceof Reward.Every every) {
            return new Reward.Every(every.step(), every.off(), most);
        }
        if (reward instanceof Reward.Nth nth) {
            return new Reward.Nth(nth.n(), nth.benefit(), most);
        }
        if (reward instanceof Reward.BuyGet deal) {
            return new Reward.BuyGet(
                    deal.buy(), buying.names(), deal.get(), getting.names(), deal.benefit(), most);
        }
        return reward;
    }

    private Reward setOf(Reward reward) {
        requireDistinctParts();
        if (reward instanceof Reward.Off off && off.per() != Per.LINE) {
            return new Reward.Sets(parts, off.benefit(), off.per(), most);
        }
        throw new IllegalArgumentException("a set goes with percentOff, amountOff, forPrice or nowPrice");
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

    private static boolean repeats(Reward reward) {
        return reward instanceof Reward.Every
                || reward instanceof Reward.Sets
                || reward instanceof Reward.Nth
                || reward instanceof Reward.BuyGet;
    }

    private Promise reward(Reward reward) {
        rewards.add(reward);
        return this;
    }

    private static Benefit benefit(String saving) {
        return saving.endsWith("%") ? new PercentOff(shareOf(saving)) : new AmountOff(positive(saving));
    }

    private static Percent shareOf(String share) {
        require(share.endsWith("%"), "a share is written with its sign, for instance \"40%\"");
        return Words.percent(share.substring(0, share.length() - 1).strip());
    }

    private static Percent percent(String text) {
        Percent percent = Words.percent(text);
        require(percent.millionths() > 0, "0 percent takes nothing off");
        return percent;
    }

    private static Amounts positive(String text) {
        Amounts amounts = Amounts.of(text);
        require(amounts.minorByCode().values().stream().allMatch(minor -> minor > 0), "the amount has to be above 0");
        return amounts;
    }

    private static int atLeastOne(int number) {
        require(number >= 1, "the number has to be at least 1");
        return number;
    }

    private static Set<String> names(String list) {
        return Words.names(list);
    }

    private static void once(boolean first, String what) {
        require(first, what + " is said twice");
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
