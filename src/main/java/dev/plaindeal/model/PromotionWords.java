package dev.plaindeal.model;

import static dev.plaindeal.model.WordArguments.atLeastOne;
import static dev.plaindeal.model.WordArguments.benefit;
import static dev.plaindeal.model.WordArguments.count;
import static dev.plaindeal.model.WordArguments.moreThanNothing;
import static dev.plaindeal.model.WordArguments.names;
import static dev.plaindeal.model.WordArguments.notBlank;
import static dev.plaindeal.model.WordArguments.positive;
import static dev.plaindeal.model.WordArguments.require;
import static dev.plaindeal.model.WordArguments.share;
import static dev.plaindeal.model.WordArguments.unitBenefit;

import dev.plaindeal.model.OfferBuilder.Naming;
import dev.plaindeal.model.Word.Often;
import dev.plaindeal.money.Amounts;
import dev.plaindeal.offer.Benefit.AmountOff;
import dev.plaindeal.offer.Benefit.PercentOff;
import dev.plaindeal.offer.Benefit.PriceOf;
import dev.plaindeal.offer.BuyerDays;
import dev.plaindeal.offer.Funding;
import dev.plaindeal.offer.Level;
import dev.plaindeal.offer.Payout;
import dev.plaindeal.offer.OfferTerms.Activation;
import dev.plaindeal.offer.Quota.Holder;
import dev.plaindeal.offer.Quota;
import dev.plaindeal.offer.Reward.Per;
import dev.plaindeal.offer.Reward;
import dev.plaindeal.offer.Scope;
import dev.plaindeal.offer.Threshold;
import dev.plaindeal.offer.UnitOrder;
import dev.plaindeal.policy.Basis;
import dev.plaindeal.policy.Conventions;
import dev.plaindeal.policy.Layer;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The words of a promotion: what a rule file may say after {@code then}. They are methods of what its rule matches, so a
 * rule file is ordinary DRL: the first word of a statement is said to the {@linkplain Chance chance} and begins an offer,
 * each further one is said to that offer.
 *
 * <p>Every word throws {@link IllegalArgumentException} with a sentence for the author when what it is given makes no
 * sense.
 *
 * <p>Worked example: {@code percentOff(10).whenSpending("USD 50").atMost("USD 20")} on a basket of USD 112.40 is
 * 11.24 off.
 */
public abstract class PromotionWords {

    private static final String DAYS_OF_BUYER = "the days of the buyer";
    private static final int MOST_DAYS = 10_000;

    PromotionWords() {}

    /** The offer that a word is said of: a chance begins a new one each time, an offer is it itself. */
    public abstract OfferBuilder offer();

    @Word(value = "Take this percentage off everything in scope.", settles = Word.SAVING)
    public final PromotionWords percentOff(int percent) {
        return percentOff(Integer.toString(percent));
    }

    @Word(value = "Take this percentage off everything in scope; decimals in quotes.", settles = Word.SAVING)
    public final PromotionWords percentOff(String percent) {
        return offer().reward(new Reward.Off(new PercentOff(moreThanNothing(WordArguments.percent(percent))), Per.SCOPE));
    }

    @Word(value = "Take this amount off, once, shared over everything in scope.", ofMoney = true, settles = Word.SAVING)
    public final PromotionWords amountOff(String amount) {
        return offer().reward(new Reward.Off(new AmountOff(positive(amount)), Per.SCOPE));
    }

    @Word(value = "Take this amount off each item.", ofMoney = true, settles = Word.SAVING)
    public final PromotionWords amountOffEach(String amount) {
        return offer().reward(new Reward.Off(new AmountOff(positive(amount)), Per.UNIT));
    }

    @Word(value = "Take this amount off each line, however many items it has.", ofMoney = true, settles = Word.SAVING)
    public final PromotionWords amountOffEachLine(String amount) {
        return offer().reward(new Reward.Off(new AmountOff(positive(amount)), Per.LINE));
    }

    @Word(value = "Each item now costs this.", ofMoney = true, settles = Word.SAVING)
    public final PromotionWords nowPrice(String price) {
        return offer().reward(new Reward.Off(new PriceOf(Amounts.of(price)), Per.UNIT));
    }

    @Word(value = "Everything in scope together costs this; after setOf, each set costs this.", ofMoney = true, settles = Word.SAVING)
    public final PromotionWords forPrice(String price) {
        return offer().reward(new Reward.Off(new PriceOf(Amounts.of(price)), Per.SCOPE));
    }

    @Word(
            value = "Spend the first, save the second (an amount or a percentage); repeat the word for more tiers.",
            ofMoney = true,
            settles = Word.SAVING,
            often = Often.EACH_DIFFERENT)
    public final PromotionWords tier(String spend, String saving) {
        return offer().tier(new Level.Spend(positive(spend)), benefit(saving));
    }

    @Word(
            value = "Buy this many items, save the second (an amount or a percentage); repeat the word for more tiers.",
            ofMoney = true,
            settles = Word.SAVING,
            often = Often.EACH_DIFFERENT)
    public final PromotionWords tier(int items, String saving) {
        return offer().tier(new Level.Items(count(items)), benefit(saving));
    }

    @Word(
            value = "Spend the first, save the second, a percentage, but never more than the third; repeat the word for more tiers.",
            ofMoney = true,
            settles = Word.SAVING,
            often = Often.EACH_DIFFERENT)
    public final PromotionWords tier(String spend, String saving, String most) {
        return offer().tier(new Level.Spend(positive(spend)), benefit(saving), positive(most));
    }

    @Word(
            value = "Buy this many items, save the second, a percentage, but never more than the third; repeat the word for more tiers.",
            ofMoney = true,
            settles = Word.SAVING,
            often = Often.EACH_DIFFERENT)
    public final PromotionWords tier(int items, String saving, String most) {
        return offer().tier(new Level.Items(count(items)), benefit(saving), positive(most));
    }

    @Word("A higher tier may take off less than a lower one; it is meant so.")
    public final PromotionWords mayFall() {
        return offer().fallingMeant();
    }

    @Word(value = "For every first amount spent, take the second off.", ofMoney = true, settles = Word.SAVING)
    public final PromotionWords every(String spend, String amount) {
        return offer().reward(new Reward.Every(new Level.Spend(positive(spend)), positive(amount), OptionalInt.empty()));
    }

    @Word(value = "For every so many items bought, take this amount off.", ofMoney = true, settles = Word.SAVING)
    public final PromotionWords every(int items, String amount) {
        return offer().reward(new Reward.Every(new Level.Items(count(items)), positive(amount), OptionalInt.empty()));
    }

    @Word(
            value = "The deal is for complete sets of so many items; then say percentOff, amountOff, forPrice or nowPrice.",
            often = Often.EACH_COUNTS)
    public final PromotionWords setOf(int items) {
        return offer().part(count(items));
    }

    @Word(
            value = "The deal is for complete sets with so many of these skus in each; repeat for more parts.",
            often = Often.EACH_COUNTS)
    public final PromotionWords setOf(int items, String skus) {
        return offer().part(count(items), Naming.SKUS, names(skus));
    }

    @Word(
            value = "The deal is for complete sets with so many items of these categories in each; repeat for more parts.",
            often = Often.EACH_COUNTS)
    public final PromotionWords setOfCategories(int items, String categories) {
        return offer().part(count(items), Naming.CATEGORIES, names(categories));
    }

    @Word(
            value = "Complete sets of so many items get this saving, for instance \"for USD 25\"; repeat for larger sets, which are made first.",
            ofMoney = true,
            settles = Word.SAVING,
            often = Often.EACH_DIFFERENT)
    public final PromotionWords setTier(int items, String saving) {
        return offer().setTier(new Reward.At(count(items), unitBenefit(saving)));
    }

    @Word(
            value = "Every n-th item, dearest first, gets this much off, for instance \"50%\", or costs this, for instance \"for USD 1\".",
            ofMoney = true,
            settles = Word.SAVING)
    public final PromotionWords nthItem(int n, String saving) {
        return offer().reward(new Reward.Nth(count(n), unitBenefit(saving), OptionalInt.empty()));
    }

    @Word(
            value = "In each complete set, dearest first, the n-th item gets this saving; repeat for more places, the last one is the size of a set.",
            ofMoney = true,
            settles = Word.SAVING,
            often = Often.EACH_DIFFERENT)
    public final PromotionWords nthOfSet(int n, String saving) {
        return offer().place(new Reward.At(count(n), unitBenefit(saving)));
    }

    @Word(value = "Buy so many, get so many free.", settles = Word.SAVING)
    public final PromotionWords buyGet(int buy, int get) {
        return buyGet(buy, get, "100%");
    }

    @Word(value = "Buy so many, get so many at this much off, for instance \"50%\", or at a price, \"for USD 1\".", ofMoney = true, settles = Word.SAVING)
    public final PromotionWords buyGet(int buy, int get, String saving) {
        return offer().reward(new Reward.BuyGet(
                count(buy),
                Scope.Names.NONE,
                count(get),
                Scope.Names.NONE,
                unitBenefit(saving),
                OptionalInt.empty()));
    }

    @Word(value = "Only these skus count as bought.", often = Often.EACH_DIFFERENT)
    public final PromotionWords buyingSkus(String skus) {
        return offer().bought(Naming.SKUS, names(skus));
    }

    @Word(value = "Only these categories count as bought.", often = Often.EACH_DIFFERENT)
    public final PromotionWords buyingCategories(String categories) {
        return offer().bought(Naming.CATEGORIES, names(categories));
    }

    @Word(value = "Only these skus can be got.", often = Often.EACH_DIFFERENT)
    public final PromotionWords gettingSkus(String skus) {
        return offer().got(Naming.SKUS, names(skus));
    }

    @Word(value = "Only these categories can be got.", often = Often.EACH_DIFFERENT)
    public final PromotionWords gettingCategories(String categories) {
        return offer().got(Naming.CATEGORIES, names(categories));
    }

    @Word(value = "The cheapest item gets this much off, for instance \"50%\" or \"USD 4\", or costs this, \"for USD 1\".", ofMoney = true, settles = Word.SAVING)
    public final PromotionWords cheapestOff(String saving) {
        return cheapestOff(1, saving);
    }

    @Word(value = "So many of the cheapest items get this much off each.", ofMoney = true, settles = Word.SAVING)
    public final PromotionWords cheapestOff(int items, String saving) {
        return offer().reward(new Reward.Single(count(items), unitBenefit(saving)));
    }

    @Word(value = "Shipping is free.", settles = Word.SAVING)
    public final PromotionWords freeShipping() {
        return shippingOff("100%");
    }

    @Word(value = "Take this much off the shipping fees, for instance \"50%\" or \"USD 3\".", ofMoney = true, settles = Word.SAVING)
    public final PromotionWords shippingOff(String saving) {
        return offer().reward(new Reward.Shipping(benefit(saving)));
    }

    @Word(value = "Shipping costs this much per store at most.", ofMoney = true, settles = Word.SAVING)
    public final PromotionWords shippingFor(String price) {
        return offer().reward(new Reward.Shipping(new PriceOf(Amounts.of(price))));
    }

    @Word(value = "Add this sku, with its name for the receipt, to the parcel for nothing.", settles = Word.SAVING)
    public final PromotionWords gift(String sku, String name) {
        return offer().reward(new Reward.Gift(
                notBlank(sku, "the sku"), notBlank(name, "the name"), Optional.empty(), Reward.GiftNumber.ONE));
    }

    @Word(
            value = "One of the gifts is worth this much: it counts when promotions compete, never in the price, and is taken off the refund when "
                    + "the gift is kept and no longer earned.",
            ofMoney = true,
            settles = "what the gift is worth")
    public final PromotionWords worth(String amount) {
        return offer().giftWorth(positive(amount));
    }

    @Word(value = "So many of the gift for every so much spent.", ofMoney = true, settles = "how many gifts there are")
    public final PromotionWords giftsPer(String spend, int gifts) {
        return offer().giftsFor(new Level.Spend(positive(spend)), count(gifts));
    }

    @Word(value = "So many of the gift for every so many items bought.", settles = "how many gifts there are")
    public final PromotionWords giftsPer(int bought, int gifts) {
        return offer().giftsFor(new Level.Items(count(bought)), count(gifts));
    }

    @Word(value = "Only when the buyer spends at least this much.", ofMoney = true, settles = "the spend needed")
    public final PromotionWords whenSpending(String spend) {
        return offer().spending(new Level.Spend(positive(spend)), Threshold.Test.AT_OR_ABOVE);
    }

    @Word(
            value = "Only when the buyer spends more than this; exactly this is not enough.",
            ofMoney = true,
            settles = "the spend needed")
    public final PromotionWords whenSpendingMoreThan(String spend) {
        return offer().spending(new Level.Spend(positive(spend)), Threshold.Test.ABOVE);
    }

    @Word(
            value = "Only when the buyer buys at least this many items; with whenSpending both are needed.",
            settles = "the number of items needed")
    public final PromotionWords whenBuying(int count) {
        return offer().buying(new Level.Items(count(count)));
    }

    @Word(
            value = "Only when everything together comes to at least this much, whatever the offer itself is for.",
            ofMoney = true,
            settles = "the spend needed of the whole order")
    public final PromotionWords whenOrderSpends(String spend) {
        return offer().orderSpending(new Level.Spend(positive(spend)));
    }

    @Word(
            value = "Only when everything together is at least this many items, whatever the offer itself is for.",
            settles = "the number of items needed of the whole order")
    public final PromotionWords whenOrderBuys(int items) {
        return offer().orderBuying(new Level.Items(count(items)));
    }

    @Word(
            value = "Only as long as the buyer spends no more than this.",
            ofMoney = true,
            settles = "the most that may be spent")
    public final PromotionWords whenSpendingAtMost(String spend) {
        return offer().spendingAtMost(new Level.Spend(positive(spend)));
    }

    @Word(value = "Only as long as the buyer buys no more than so many items.", settles = "the most items that may be bought")
    public final PromotionWords whenBuyingAtMost(int items) {
        return offer().buyingAtMost(new Level.Items(count(items)));
    }

    @Word("The spend counts everything, not only the items the offer is for.")
    public final PromotionWords countingEverything() {
        return offer().reach(Threshold.Reach.EVERYTHING);
    }

    @Word("The spend counts everything but the items the offer is for.")
    public final PromotionWords countingOthers() {
        return offer().reach(Threshold.Reach.OTHERS);
    }

    @Word(value = "Only these skus count towards what has to be spent or bought.", often = Often.EACH_DIFFERENT)
    public final PromotionWords countingSkus(String skus) {
        return offer().counted(Naming.SKUS, names(skus));
    }

    @Word(value = "Only these categories count towards what has to be spent or bought.", often = Often.EACH_DIFFERENT)
    public final PromotionWords countingCategories(String categories) {
        return offer().counted(Naming.CATEGORIES, names(categories));
    }

    @Word("Spend, items and saving count for each line alone, not for all lines together.")
    public final PromotionWords eachLineAlone() {
        return offer().lines(Scope.Counting.LINE_BY_LINE);
    }

    @Word("Spend, items and saving count for lines alike in this alone: \"sku\", \"brand\", \"category\", \"store\" or a text attribute of lines.")
    public final PromotionWords eachAlone(String what) {
        return offer().lines(Scope.Counting.alike(notBlank(what, "what lines have in common").strip()));
    }

    @Word(
            value = "Which price the spend is measured on: \"list price\", \"running price\", \"price so far\", \"final price\", "
            + "\"price before <layer>\".",
            settles = "which price the spend is measured on")
    public final PromotionWords measuredOn(String price) {
        Basis basis = Basis.of(price);
        return offer().choosing(choices -> choices.thresholdOn(basis));
    }

    @Word(
            value = "Which price the percentage is taken of: \"list price\", \"running price\", \"price so far\" or "
            + "\"price before <layer>\".",
            settles = "which price the percentage is taken of")
    public final PromotionWords percentOf(String price) {
        Basis basis = Basis.of(price);
        require(basis != Basis.FINAL, "a percentage cannot be taken of the final price");
        return offer().percentOfStated(basis);
    }

    @Word(value = "Never take off more than this.", ofMoney = true, settles = "the most it takes off")
    public final PromotionWords atMost(String amount) {
        return offer().cap(positive(amount));
    }

    @Word(value = "At most this many times.", settles = "how many times it holds")
    public final PromotionWords upTo(int times) {
        return offer().most(atLeastOne(times));
    }

    @Word(value = "No item goes below this price by it.", ofMoney = true, settles = "the lowest price of an item")
    public final PromotionWords neverBelow(String price) {
        return offer().minimumPrice(positive(price));
    }

    @Word(value = "Only items of these stores.", often = Often.EACH_DIFFERENT)
    public final PromotionWords onlyStores(String stores) {
        return offer().only(Naming.STORES, names(stores));
    }

    @Word(value = "Only items of these categories.", often = Often.EACH_DIFFERENT)
    public final PromotionWords onlyCategories(String categories) {
        return offer().only(Naming.CATEGORIES, names(categories));
    }

    @Word(value = "Only items of these brands.", often = Often.EACH_DIFFERENT)
    public final PromotionWords onlyBrands(String brands) {
        return offer().only(Naming.BRANDS, names(brands));
    }

    @Word(value = "Only these skus.", often = Often.EACH_DIFFERENT)
    public final PromotionWords onlySkus(String skus) {
        return offer().only(Naming.SKUS, names(skus));
    }

    @Word(value = "Only items with one of these tags.", often = Often.EACH_DIFFERENT)
    public final PromotionWords onlyTags(String tags) {
        return offer().only(Naming.TAGS, names(tags));
    }

    @Word(value = "No items of these stores.", often = Often.EACH_DIFFERENT)
    public final PromotionWords exceptStores(String stores) {
        return offer().except(Naming.STORES, names(stores));
    }

    @Word(value = "No items of these categories.", often = Often.EACH_DIFFERENT)
    public final PromotionWords exceptCategories(String categories) {
        return offer().except(Naming.CATEGORIES, names(categories));
    }

    @Word(value = "No items of these brands.", often = Often.EACH_DIFFERENT)
    public final PromotionWords exceptBrands(String brands) {
        return offer().except(Naming.BRANDS, names(brands));
    }

    @Word(value = "None of these skus.", often = Often.EACH_DIFFERENT)
    public final PromotionWords exceptSkus(String skus) {
        return offer().except(Naming.SKUS, names(skus));
    }

    @Word(value = "No items with one of these tags.", often = Often.EACH_DIFFERENT)
    public final PromotionWords exceptTags(String tags) {
        return offer().except(Naming.TAGS, names(tags));
    }

    @Word("Not on items that are already reduced.")
    public final PromotionWords notOnReduced() {
        return offer().reduced(Scope.Reduced.EXCLUDED);
    }

    @Word(
            value = "Only items whose list price is between these two, both included.",
            ofMoney = true,
            settles = "the prices of the items")
    public final PromotionWords pricedBetween(String low, String high) {
        return offer().unitPrices(Amounts.of(low), Amounts.of(high));
    }

    @Word(value = "Only items whose list price is at least this.", ofMoney = true, settles = "the lowest price of the items")
    public final PromotionWords pricedFrom(String low) {
        return offer().unitPriceFrom(positive(low));
    }

    @Word(value = "Only items whose list price is at most this.", ofMoney = true, settles = "the highest price of the items")
    public final PromotionWords pricedTo(String high) {
        return offer().unitPriceTo(positive(high));
    }

    @Word(value = "At most so many items of each line.", settles = "how many items of each line")
    public final PromotionWords itemsPerLine(int items) {
        return offer().unitsPerLine(count(items));
    }

    @Word(value = "At most so many items of the whole order, over all lines.", settles = "how many items of the order")
    public final PromotionWords itemsPerOrder(int items) {
        return offer().unitsInAll(count(items));
    }

    @Word(
            value = "So many items get it for every so much spent, the cheapest first.",
            ofMoney = true,
            settles = "how many items of the order")
    public final PromotionWords itemsPer(String spend, int items) {
        return offer().unitsFor(new Level.Spend(positive(spend)), count(items));
    }

    @Word(value = "So many items get it for every so many items bought, the cheapest first.", settles = "how many items of the order")
    public final PromotionWords itemsPer(int bought, int items) {
        return offer().unitsFor(new Level.Items(count(bought)), count(items));
    }

    @Word(value = "Where not every item gets it, the cheapest ones do.", settles = "which items get it")
    public final PromotionWords cheapestFirst() {
        return offer().which(UnitOrder.CHEAPEST);
    }

    @Word(value = "Where not every item gets it, the dearest ones do.", settles = "which items get it")
    public final PromotionWords dearestFirst() {
        return offer().which(UnitOrder.DEAREST);
    }

    @Word(
            value = "Where not every item gets it, those that come first in the basket do.",
            settles = "which items get it")
    public final PromotionWords firstInBasket() {
        return offer().which(UnitOrder.FIRST);
    }

    @Word(value = "Holds from this moment on, in this time zone.", settles = "when it begins")
    public final PromotionWords from(String date, String zone) {
        return offer().beginning(Moments.of(date, zone));
    }

    @Word(value = "Is over from this moment on, in this time zone.", settles = "when it is over")
    public final PromotionWords until(String date, String zone) {
        return offer().ending(Moments.end(date, zone));
    }

    @Word(
            value = "Holds on these weekdays only, for instance \"Monday, Tuesday\", by the clocks of this time zone.",
            settles = "the weekdays")
    public final PromotionWords onWeekdays(String days, String zone) {
        return offer().weekdays(WordArguments.weekdays(days), WordArguments.zone(zone));
    }

    @Word(
            value = "Holds on these days of the month only, for instance \"1, 15\", by the clocks of this time zone.",
            settles = "the days of the month")
    public final PromotionWords onDaysOfMonth(String days, String zone) {
        return offer().daysOfMonth(WordArguments.daysOfMonth(days), WordArguments.zone(zone));
    }

    @Word(
            value = "Holds from the first hour on until the second, by the clocks of this time zone; hours over midnight belong to "
                    + "the day they begin on.",
            often = Often.EACH_DIFFERENT)
    public final PromotionWords betweenHours(String from, String until, String zone) {
        return offer().hours(WordArguments.hours(from, until), WordArguments.zone(zone));
    }

    @Word(
            value = "Holds for so many days from the day of this attribute of the buyer on, that day the first, by the clocks of this "
                    + "time zone.",
            settles = DAYS_OF_BUYER)
    public final PromotionWords validForDays(int days, String attribute, String zone) {
        require(days <= MOST_DAYS, days + " days are more than the " + MOST_DAYS + " a rule can ask for");
        return offer().daysOfBuyer(new BuyerDays.Following(WordArguments.name(attribute), atLeastOne(days), WordArguments.zone(zone)));
    }

    @Word(
            value = "Holds each year in the month of this attribute of the buyer, for instance \"birthday\", by the clocks of this time zone.",
            settles = DAYS_OF_BUYER)
    public final PromotionWords inMonthOf(String attribute, String zone) {
        return offer().daysOfBuyer(new BuyerDays.SameMonth(WordArguments.name(attribute), WordArguments.zone(zone)));
    }

    @Word(
            value = "Holds each year on the day of this attribute of the buyer, for instance \"birthday\", by the clocks of this time zone; "
                    + "29 February is kept on 28 February in years that have none.",
            settles = DAYS_OF_BUYER)
    public final PromotionWords onDayOf(String attribute, String zone) {
        return offer().daysOfBuyer(new BuyerDays.SameDay(WordArguments.name(attribute), WordArguments.zone(zone)));
    }

    @Word("The dates are not printed on it.")
    public final PromotionWords datesNotShown() {
        return offer().hideDates();
    }

    @Word(value = "The platform pays for it.", settles = "who pays")
    public final PromotionWords paidByPlatform() {
        return offer().funding(Funding.PLATFORM);
    }

    @Word(value = "The store pays for it.", settles = "who pays")
    public final PromotionWords paidByStore() {
        return offer().funding(Funding.STORE);
    }

    @Word(value = "The platform pays this share, for instance \"40%\", the store the rest.", settles = "who pays")
    public final PromotionWords platformPays(String share) {
        return offer().funding(new Funding(WordArguments.platformShare(share)));
    }

    @Word(
            value = "The platform pays each use up to this amount, the store what is above it.",
            ofMoney = true,
            settles = "who pays")
    public final PromotionWords platformPaysUpTo(String amount) {
        return offer().funding(Funding.platformUpTo(positive(amount)));
    }

    @Word(value = "Nothing comes off today: the buyer gets this much of what is paid back later.", settles = "when the buyer gets it")
    public final PromotionWords asCashback() {
        return offer().payout(Payout.CASHBACK);
    }

    @Word(
            value = "Nothing comes off today: the buyer gets whole points for it later, each worth this much.",
            ofMoney = true,
            settles = "when the buyer gets it")
    public final PromotionWords asPoints(String worth) {
        return offer().payout(Payout.points(positive(worth)));
    }

    @Word(value = "Nothing comes off today: the buyer gets a voucher of this much for the next order.", settles = "when the buyer gets it")
    public final PromotionWords asVoucher() {
        return offer().payout(Payout.VOUCHER);
    }

    @Word(
            value = "Nothing comes off: this much of what is to pay, shipping too, may be paid from the buyer's balance of this name, each unit worth this much.",
            ofMoney = true,
            settles = "when the buyer gets it")
    public final PromotionWords paidFromBalance(String balance, String worth) {
        return offer().payout(Payout.fromBalance(WordArguments.name(balance), positive(worth)));
    }

    @Word("Units of the balance are used in steps of so many.")
    public final PromotionWords inStepsOf(int units) {
        return offer().stepOfBalance(units);
    }

    @Word(value = "It comes off by itself.", settles = "how the buyer gets it")
    public final PromotionWords automatic() {
        return offer().activation(Activation.AUTOMATIC);
    }

    @Word(value = "The buyer ticks a box for it.", settles = "how the buyer gets it")
    public final PromotionWords tickedBox() {
        return offer().activation(Activation.TICK);
    }

    @Word(value = "The buyer collects it before.", settles = "how the buyer gets it")
    public final PromotionWords collected() {
        return offer().activation(Activation.COLLECT);
    }

    @Word(value = "The buyer types its code.", settles = "how the buyer gets it")
    public final PromotionWords typedIn() {
        return offer().activation(Activation.TYPE);
    }

    @Word(
            value = "Who can have it, in a few words; repeat for each condition the buyer has to meet.",
            often = Often.EACH_DIFFERENT)
    public final PromotionWords eligible(String who) {
        return offer().needs(List.of(notBlank(who, "who can have it")));
    }

    @Word(value = "How many words its printed conditions have.", settles = "the length of its small print")
    public final PromotionWords smallPrint(int words) {
        require(words >= 0 && words <= 5000, "the small print has 0 to 5000 words");
        return offer().smallPrintOf(words);
    }

    @Word(value = "It belongs to this layer, for instance \"item-price\".", settles = "its layer")
    public final PromotionWords inLayer(String name) {
        return offer().layer(Layer.find(name)
                .orElseThrow(() -> new IllegalArgumentException("there is no layer " + name + "; the layers are "
                        + String.join(", ", Arrays.stream(Layer.values()).map(Layer::key).toList()))));
    }

    @Word("It stands alone: nothing else with it.")
    public final PromotionWords exclusive() {
        return offer().standAlone();
    }

    @Word("This item price is kept wherever it holds, even where a coupon could save more without it.")
    public final PromotionWords alwaysHolds() {
        return offer().holdAlways();
    }

    @Word(value = "At most one promotion of this group is kept.", often = Often.EACH_DIFFERENT)
    public final PromotionWords group(String name) {
        return offer().inGroup(notBlank(name, "the group's name"));
    }

    @Word(value = "Never together with these promotions.", often = Often.EACH_DIFFERENT)
    public final PromotionWords notWith(String ids) {
        return offer().neverWith(names(ids));
    }

    @Word(value = "Its place among several of its layer, lower first.", settles = "its place")
    public final PromotionWords order(int place) {
        return offer().place(place);
    }

    @Word("It is public: a buyer who mistypes its code may be told.")
    public final PromotionWords announced() {
        return offer().announce();
    }

    @Word(value = "Each buyer can use it so many times.", settles = "how often each buyer can use it")
    public final PromotionWords limitPerBuyer(int uses) {
        return offer().usesPerBuyer(atLeastOne(uses));
    }

    @Word(
            value = "Each buyer can use it so many times in a day, week, month or year, by the calendar of this time zone.",
            often = Often.EACH_DIFFERENT)
    public final PromotionWords limitPerBuyer(int uses, String period, String zone) {
        return offer().quota(Holder.EACH_BUYER, new Quota.CountedUses(atLeastOne(uses)), Optional.of(WordArguments.period(period, zone)));
    }

    @Word(value = "It can be used so many times for each store.", settles = "how often it can be used for each store")
    public final PromotionWords limitPerStore(int uses) {
        return offer().quota(Holder.EACH_STORE, new Quota.CountedUses(atLeastOne(uses)), Optional.empty());
    }

    @Word(
            value = "It can be used so many times for each store in a day, week, month or year, by the calendar of this time zone.",
            often = Often.EACH_DIFFERENT)
    public final PromotionWords limitPerStore(int uses, String period, String zone) {
        return offer().quota(Holder.EACH_STORE, new Quota.CountedUses(atLeastOne(uses)), Optional.of(WordArguments.period(period, zone)));
    }

    @Word(value = "Each code can be used so many times.", settles = "how often each code can be used")
    public final PromotionWords limitPerCode(int uses) {
        return offer().usesPerCode(atLeastOne(uses));
    }

    @Word(value = "It can be used so many times in all.", settles = "how often it can be used")
    public final PromotionWords limitInAll(int uses) {
        return offer().usesInAll(atLeastOne(uses));
    }

    @Word(
            value = "It can be used so many times in a day, week, month or year, by the calendar of this time zone.",
            often = Often.EACH_DIFFERENT)
    public final PromotionWords limitInAll(int uses, String period, String zone) {
        return offer().quota(Holder.ALL, new Quota.CountedUses(atLeastOne(uses)), Optional.of(WordArguments.period(period, zone)));
    }

    @Word(value = "Each buyer gets it for so many items at most.", settles = "for how many items each buyer gets it")
    public final PromotionWords limitItemsPerBuyer(int items) {
        return offer().quota(Holder.EACH_BUYER, new Quota.CountedItems(count(items)), Optional.empty());
    }

    @Word(
            value = "Each buyer gets it for so many items in a day, week, month or year, by the calendar of this time zone.",
            often = Often.EACH_DIFFERENT)
    public final PromotionWords limitItemsPerBuyer(int items, String period, String zone) {
        return offer().quota(Holder.EACH_BUYER, new Quota.CountedItems(count(items)), Optional.of(WordArguments.period(period, zone)));
    }

    @Word(value = "Only the first so many items of each store get it.", settles = "how many items of each store get it")
    public final PromotionWords limitItemsPerStore(int items) {
        return offer().quota(Holder.EACH_STORE, new Quota.CountedItems(count(items)), Optional.empty());
    }

    @Word(
            value = "Only the first so many items of each store get it in a day, week, month or year, by the calendar of this time zone.",
            often = Often.EACH_DIFFERENT)
    public final PromotionWords limitItemsPerStore(int items, String period, String zone) {
        return offer().quota(Holder.EACH_STORE, new Quota.CountedItems(count(items)), Optional.of(WordArguments.period(period, zone)));
    }

    @Word(value = "Only the first so many items that are sold get it.", settles = "how many items get it")
    public final PromotionWords limitItemsInAll(int items) {
        return offer().quota(Holder.ALL, new Quota.CountedItems(count(items)), Optional.empty());
    }

    @Word(
            value = "Only the first so many items of a day, week, month or year get it, by the calendar of this time zone.",
            often = Often.EACH_DIFFERENT)
    public final PromotionWords limitItemsInAll(int items, String period, String zone) {
        return offer().quota(Holder.ALL, new Quota.CountedItems(count(items)), Optional.of(WordArguments.period(period, zone)));
    }

    @Word(value = "It gives away this much in all.", settles = "what it gives away in all")
    public final PromotionWords budget(String amount) {
        return offer().budgetOf(positive(amount));
    }

    @Word(
            value = "It gives away this much in a day, week, month or year, by the calendar of this time zone.",
            often = Often.EACH_DIFFERENT)
    public final PromotionWords budget(String amount, String period, String zone) {
        return offer().quota(Holder.ALL, new Quota.CountedMoney(positive(amount)), Optional.of(WordArguments.period(period, zone)));
    }

    @Word(
            value = "Together with all others that name this budget it gives away this much in all.",
            often = Often.EACH_DIFFERENT)
    public final PromotionWords sharedBudget(String name, String amount) {
        return offer().quota(Holder.ALL, WordArguments.fund(name, positive(amount)), Optional.empty());
    }

    @Word(
            value = "Together with all others that name this budget it gives away this much in a day, week, month or year, by the calendar of this "
                    + "time zone.",
            often = Often.EACH_DIFFERENT)
    public final PromotionWords sharedBudget(String name, String amount, String period, String zone) {
        return offer().quota(Holder.ALL, WordArguments.fund(name, positive(amount)), Optional.of(WordArguments.period(period, zone)));
    }

    @Word(value = "It gives away this much in all on the goods of each store.", settles = "what it gives away for each store")
    public final PromotionWords budgetPerStore(String amount) {
        return offer().quota(Holder.EACH_STORE, new Quota.CountedMoney(positive(amount)), Optional.empty());
    }

    @Word(
            value = "It gives away this much on the goods of each store in a day, week, month or year, by the calendar of this time zone.",
            often = Often.EACH_DIFFERENT)
    public final PromotionWords budgetPerStore(String amount, String period, String zone) {
        return offer().quota(Holder.EACH_STORE, new Quota.CountedMoney(positive(amount)), Optional.of(WordArguments.period(period, zone)));
    }

    @Word(value = "Each buyer saves this much by it in all; what is left is given, and no more.", ofMoney = true, settles = "what each buyer saves by it in all")
    public final PromotionWords budgetPerBuyer(String amount) {
        return offer().quota(Holder.EACH_BUYER, new Quota.CountedMoney(positive(amount)), Optional.empty());
    }

    @Word(
            value = "Each buyer saves this much by it in a day, week, month or year, by the calendar of this time zone.",
            ofMoney = true,
            often = Often.EACH_DIFFERENT)
    public final PromotionWords budgetPerBuyer(String amount, String period, String zone) {
        return offer().quota(Holder.EACH_BUYER, new Quota.CountedMoney(positive(amount)), Optional.of(WordArguments.period(period, zone)));
    }

    @Word(value = "Round for each item.", settles = "over what it is rounded")
    public final PromotionWords roundEachItem() {
        return offer().choosing(choices -> choices.with(Conventions.Grain.UNIT));
    }

    @Word(value = "Round for each line.", settles = "over what it is rounded")
    public final PromotionWords roundEachLine() {
        return offer().choosing(choices -> choices.with(Conventions.Grain.LINE));
    }

    @Word(value = "Round once, over everything in scope.", settles = "over what it is rounded")
    public final PromotionWords roundOnce() {
        return offer().choosing(choices -> choices.with(Conventions.Grain.SCOPE));
    }

    @Word(value = "Round the price that results, not the discount.", settles = "what is rounded")
    public final PromotionWords roundThePrice() {
        return offer().choosing(choices -> choices.with(Conventions.Rounds.PRICE));
    }

    @Word(value = "How to round: \"half up\", \"half even\", \"down\" or \"up\".", settles = "how it is rounded")
    public final PromotionWords rounding(String mode) {
        RoundingMode chosen = WordArguments.rounding(mode);
        return offer().choosing(choices -> choices.with(chosen));
    }

    @Word(
            value = "All items of the deal bear its saving, \"by price\" or \"equally\": what a return of one of them leaves paid.",
            settles = "which items bear the saving")
    public final PromotionWords spread(String how) {
        Conventions.Spread chosen = WordArguments.spread(how);
        return offer().choosing(choices -> choices.with(chosen));
    }

    @Word(
            value = "Who gets the spare cent: \"largest remainder\", \"first lines\", \"first lines rounded\" or \"last line\".",
            settles = "who gets the spare cent")
    public final PromotionWords spareCent(String where) {
        Conventions.Spare chosen = WordArguments.spare(where);
        return offer().choosing(choices -> choices.with(chosen));
    }
}
