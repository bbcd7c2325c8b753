package dev.plaindeal.model;

import dev.plaindeal.offer.Benefit;
import dev.plaindeal.offer.ChanceKind;
import dev.plaindeal.offer.Dates;
import dev.plaindeal.offer.Level;
import dev.plaindeal.offer.OfferTerms;
import dev.plaindeal.offer.Reward.Per;
import dev.plaindeal.offer.Reward;
import dev.plaindeal.offer.Threshold;
import dev.plaindeal.offer.Tier;
import dev.plaindeal.problem.Senseless;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Words of an offer that nothing in it uses: whoever wrote one meant something, and would get something else.
 *
 * <p>Worked example: {@code percentOff(10).gettingSkus("tea")} takes 10 % off everything, and the tea was meant.
 */
final class UnusedWords {

    /**
     * An offer with what its words alone do not tell.
     *
     * @param terms what it says
     * @param kind the chance it is for
     * @param own what it asks to be spent or bought itself, without what the rule asks for all its offers
     */
    record Sealed(OfferTerms terms, ChanceKind kind, List<Threshold> own) {

        Reward reward() {
            return terms.reward();
        }
    }

    /** What has to be there for a word to say anything, with the sentence for when it is not. */
    private record Use(Predicate<Sealed> by, String otherwise, String hint) {}

    private static final Map<String, Use> USES = new LinkedHashMap<>();

    static {
        uses(
                new Use(
                        said -> said.reward() instanceof Reward.BuyGet,
                        "it goes with buyGet, and nothing is bought to get something here",
                        "Say buyGet, or name what the saving is for with onlySkus or onlyCategories."),
                "buyingSkus", "buyingCategories", "gettingSkus", "gettingCategories");
        uses(
                new Use(
                        said -> said.reward() instanceof Reward.Repeated || said.reward().isGift() && said.reward().earnedBy().isPresent(),
                        "it goes with every, setOf, setOfCategories, setTier, nthItem, nthOfSet, itemsPer, giftsPer and buyGet",
                        "Delete it; atMost(...) bounds the money."),
                "upTo");
        uses(
                new Use(
                        said -> !said.own().isEmpty() || said.reward().earnedBy().isPresent(),
                        "what counts goes with whenSpending or whenBuying",
                        "Say how much has to be spent or bought, or delete it."),
                "countingEverything", "countingOthers", "countingSkus", "countingCategories");
        uses(
                new Use(
                        said -> asksForMoney(said.terms()),
                        "no spend is asked for, so there is none to measure",
                        "Say whenSpending, or delete it."),
                "measuredOn");
        uses(
                new Use(
                        said -> said.reward() instanceof Reward.UnitDeal,
                        "every item in scope gets it, so none comes before another",
                        "It goes with setOf, setOfCategories, setTier, nthItem, nthOfSet, buyGet, cheapestOff, itemsPerOrder and itemsPer; delete it."),
                "cheapestFirst", "dearestFirst", "firstInBasket");
        uses(
                new Use(
                        said -> said.reward().benefits().stream().anyMatch(Benefit::isPercent),
                        "nothing here is a percentage",
                        "An amount or a price is taken as it is written; delete it."),
                "percentOf", "roundEachItem", "roundEachLine", "roundOnce", "roundThePrice", "rounding");
        uses(
                new Use(
                        said -> isOfSeveral(said.reward()),
                        "no item bears the saving of another here",
                        "It goes with setOf, setOfCategories, setTier, nthItem, nthOfSet and buyGet; delete it."),
                "spread");
        uses(
                new Use(
                        said -> sharesOut(said.terms()),
                        "no sum is shared out over lines here, so no cent is left over",
                        "Delete it."),
                "spareCent");
        uses(
                new Use(
                        said -> said.reward() instanceof Reward.Tiers ladder && falls(ladder),
                        "no tier takes off less than one below it",
                        "Delete it."),
                "mayFall");
        uses(
                new Use(said -> !said.reward().isGift(), "a gift takes no money off", "Delete it."),
                "atMost", "budget", "sharedBudget", "budgetPerBuyer", "budgetPerStore", "platformPaysUpTo");
        uses(new Use(said -> said.reward().isGift(), "it goes with gift, and nothing is added to the parcel here", "Delete it."), "worth", "giftsPer");
        uses(
                new Use(
                        said -> isOnGoods(said.terms()) && said.terms().comesOff(),
                        "it takes nothing off the items themselves",
                        "Delete it."),
                "neverBelow");
        uses(
                new Use(
                        said -> said.terms().payout().isFromBalance(),
                        "only what is paid from a balance goes in steps of units",
                        "Say paidFromBalance, or delete it."),
                "inStepsOf");
        uses(
                new Use(
                        said -> said.terms().comesOff(),
                        "nothing of it comes off today's price, and all that is promised for later is given",
                        "Delete it."),
                "order");
        uses(
                new Use(
                        said -> isOnGoods(said.terms()) && !said.reward().isOnOneItem(),
                        "not more than one item of a line gets it anyway",
                        "Delete it."),
                "itemsPerLine");
        uses(
                new Use(said -> countsOverLines(said.terms()), "nothing here is counted over several lines", "Delete it."),
                "eachLineAlone", "eachAlone");
        uses(
                new Use(said -> !said.terms().dates().equals(Dates.ALWAYS), "it has no dates", "Say from or until, or delete it."),
                "datesNotShown");
        uses(
                new Use(said -> said.kind().ofCode(), "there is no code that a buyer could mistype", "Delete it."),
                "announced");
        uses(
                new Use(said -> said.kind().ofCode(), "there is no code that could be used", "Say limitPerBuyer or limitInAll."),
                "limitPerCode");
    }

    private UnusedWords() {}

    private static void uses(Use use, String... words) {
        for (String word : words) {
            USES.put(word, use);
        }
    }

    /** Those of these words that say nothing here, each with a sentence. */
    static List<Senseless> of(Collection<String> words, Sealed said) {
        List<Senseless> idle = new ArrayList<>();
        for (String word : words) {
            Use use = USES.get(word);
            if (use != null && !use.by().test(said)) {
                idle.add(Senseless.at(word, use.otherwise(), use.hint()));
            }
        }
        return idle;
    }

    /**
     * Gifts and fees belong to no line; what is fixed item by item, or line by line, counts lines alone anyway. Of a kind that is
     * not known to, the word is never refused.
     */
    private static boolean countsOverLines(OfferTerms terms) {
        boolean alone = terms.reward() instanceof Reward.Off off && off.per() != Per.SCOPE;
        return isOnGoods(terms)
                && (!alone || thresholds(terms).anyMatch(one -> one.reach() == Threshold.Reach.SCOPE));
    }

    /** Of a percentage and an amount nobody can say which is more. */
    private static boolean falls(Reward.Tiers ladder) {
        for (int i = 1; i < ladder.tiers().size(); i++) {
            if (ladder.tiers().get(i).benefit().match(new MayBeLess(ladder.tiers().get(i - 1).benefit()))) {
                return true;
            }
        }
        return false;
    }

    private record MayBeLess(Benefit lower) implements Benefit.Cases<Boolean> {
        @Override
        public Boolean percent(Benefit.PercentOff benefit) {
            return !(lower instanceof Benefit.PercentOff less) || benefit.percent().millionths() < less.percent().millionths();
        }

        @Override
        public Boolean amount(Benefit.AmountOff benefit) {
            return !(lower instanceof Benefit.AmountOff less)
                    || benefit.amounts().minorByCode().entrySet().stream()
                            .anyMatch(one -> one.getValue() < less.amounts().minorByCode().getOrDefault(one.getKey(), 0L));
        }

        @Override
        public Boolean price(Benefit.PriceOf benefit) {
            return false;
        }
    }

    private static boolean isOnGoods(OfferTerms terms) {
        return terms.reward() instanceof Reward.OnGoods;
    }

    /** Whether items take part in a deal that do not get its saving, or one saving is for several of them. */
    private static boolean isOfSeveral(Reward reward) {
        return reward instanceof Reward.Sets
                || reward instanceof Reward.SetTiers
                || reward instanceof Reward.Nth
                || reward instanceof Reward.Staggered
                || reward instanceof Reward.BuyGet;
    }

    /** What is fixed item by item is not shared out, unless capped. */
    private static boolean sharesOut(OfferTerms terms) {
        return terms.reward().isShared() || terms.choices().spread().isPresent() || terms.cap().isPresent() && !terms.reward().isGift();
    }

    private static boolean asksForMoney(OfferTerms terms) {
        return levels(terms).anyMatch(Level.Spend.class::isInstance);
    }

    private static Stream<Level> levels(OfferTerms terms) {
        Stream<Level> own = terms.reward().steps().stream().map(Tier::level);
        Stream<Level> earned = terms.reward().earnedBy().stream().map(Threshold::level);
        return Stream.of(own, earned, thresholds(terms).map(Threshold::level)).flatMap(all -> all);
    }

    private static Stream<Threshold> thresholds(OfferTerms terms) {
        return terms.threshold().stream().flatMap(first -> first.all().stream());
    }
}
