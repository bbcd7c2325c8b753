package dev.plaindeal.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plaindeal.RandomDeals;
import dev.plaindeal.basket.Basket;
import dev.plaindeal.basket.Line;
import dev.plaindeal.money.Money;
import dev.plaindeal.offer.Offer;
import dev.plaindeal.offer.Scope;
import dev.plaindeal.policy.Policy;
import dev.plaindeal.policy.Strategy;
import dev.plaindeal.price.Outcome.Taken;
import dev.plaindeal.price.Outcome;
import dev.plaindeal.price.PricedBasket;
import dev.plaindeal.price.Pricer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every number a refusal says is true: worked out again from the sentence alone. */
class RefusalsTest {

    private static final long SEED = 818_181;
    private static final int CASES = Integer.getInteger("random", 3_000);
    private static final String MUCH = "(?:saves?|brings?) (?:[A-Z]{3} (?<more>[0-9.]+) more|as much)";
    private static final String ALTHOUGH = ", although (?:it|this) would (?:save|bring) [A-Z]{3} (?<less>[0-9.]+) more";
    private static final Map<Reason, Pattern> SAID = Map.of(
            Reason.BEATEN, Pattern.compile("Beaten by .+, which " + MUCH + "\\."),
            Reason.NOT_TOGETHER, Pattern.compile("Beaten by .+, which " + MUCH + "; it is never kept together with .+\\."),
            Reason.EXCLUSIVE_KEPT, Pattern.compile(".+ stands alone(?:, and " + MUCH + "|" + ALTHOUGH + ")\\."),
            Reason.EXCLUSIVE_BEATEN, Pattern.compile(
                    "It stands alone(?:, and what is kept without it " + MUCH + "| and does not come first" + ALTHOUGH + ")\\."));
    private static final Pattern NEEDS = Pattern.compile(
            "It needs (more than )?[A-Z]{3} ([0-9.]+), .*?[A-Z]{3} ([0-9.]+) (?:counts towards it|is left).*?; (?:at least )?"
                    + "[A-Z]{3} ([0-9.]+) more (?:would do|is needed)\\.");
    private static final Pattern ONE_AMOUNT = Pattern.compile("[A-Z]{3} ([0-9.]+)");

    private record Case(long seed, Basket basket, List<Offer> offers, Policy policy, BruteForce force, Plan plan) {
        static Case of(long seed) {
            RandomDeals deals = new RandomDeals(seed);
            Basket basket = deals.basket(5);
            List<Offer> offers = deals.offers(basket, 3 + deals.random().nextInt(5));
            Policy policy = deals.policy();
            PricedBasket goods = PricedBasket.of(basket);
            return new Case(
                    seed, basket, offers, policy, new BruteForce(goods, offers, policy),
                    Planner.plan(goods, offers, policy, Strategy.BEST_PRICE, Judge.INDIFFERENT));
        }

        Offer offer(Rejection refusal) {
            return offers.stream()
                    .filter(o -> o.promotion().equals(refusal.promotion()))
                    .filter(o -> plan.stack().kept().stream().noneMatch(kept -> kept.offer() == o))
                    .findFirst()
                    .orElseThrow();
        }

        /** Two offers of one promotion share a name; their refusals cannot be told apart. */
        boolean isTwofold(String promotion) {
            return offers.stream().filter(o -> o.promotion().equals(promotion)).count() > 1;
        }

        long minor(String major) {
            return new BigDecimal(major).movePointRight(basket.currency().digits()).longValueExact();
        }

        String about(Rejection refusal) {
            return "seed " + seed + ", " + refusal;
        }

        List<Offer> kept() {
            return plan.stack().kept().stream().map(Kept::offer).toList();
        }
    }

    @Test
    void everyNumberIsTrue() {
        Map<Reason, Integer> seen = new EnumMap<>(Reason.class);
        for (int i = 0; i < CASES; i++) {
            Case one = Case.of(SEED + i);
            for (Rejection refusal : one.plan().refused()) {
                seen.merge(refusal.reason(), 1, Integer::sum);
                if (!one.isTwofold(refusal.promotion())) {
                    check(one, refusal);
                }
            }
        }
        System.out.printf("refusals: seed %d, %d baskets, %s%n", SEED, CASES, seen);
        assertThat(seen.keySet()).contains(
                Reason.BEATEN, Reason.THRESHOLD_NOT_MET, Reason.THRESHOLD_LOST, Reason.EXCLUSIVE_BEATEN, Reason.EXCLUSIVE_KEPT,
                Reason.NOT_TOGETHER, Reason.SPOILS_MORE, Reason.BELOW_FLOOR, Reason.BUDGET_SPENT, Reason.TAKES_NOTHING);
    }

    private static void check(Case one, Rejection refusal) {
        Offer offer = one.offer(refusal);
        switch (refusal.reason()) {
            case BEATEN, NOT_TOGETHER, EXCLUSIVE_BEATEN, EXCLUSIVE_KEPT -> beaten(one, refusal, offer);
            case THRESHOLD_NOT_MET, THRESHOLD_LOST -> threshold(one, refusal, offer);
            case SPOILS_MORE -> spoilsMore(one, refusal, offer);
            case BELOW_FLOOR -> assertThat(firstAmount(one, refusal)).as(one.about(refusal)).isPositive();
            case TAKES_NOTHING -> takesNothing(one, refusal, offer);
            case TOO_COMPLICATED, NOT_TRIED -> throw new AssertionError(one.about(refusal));
            default -> assertThat(refusal.message()).as(one.about(refusal)).endsWith(".");
        }
    }

    /** Where a statement has to come with another of its promotion, that may be what spoils it; no sum is told then. */
    private static void spoilsMore(Case one, Rejection refusal, Offer offer) {
        if (refusal.message().equals("With it another promotion would no longer hold.")) {
            assertThat(one.offers()).as(one.about(refusal)).anyMatch(other -> other.part() > 0);
        } else {
            assertThat(gained(one.plan().stack()) - saved(one, with(one, offer)))
                    .as(one.about(refusal))
                    .isEqualTo(firstAmount(one, refusal));
        }
    }

    /** It takes nothing itself, or nothing in all because another then takes that much less. */
    private static void takesNothing(Case one, Rejection refusal, Offer offer) {
        if (refusal.message().startsWith("It holds")) {
            assertThat(one.force().takenBy(with(one, offer)).get(offer)).as(one.about(refusal)).isZero();
        } else {
            assertThat(saved(one, with(one, offer))).as(one.about(refusal)).isEqualTo(gained(one.plan().stack()));
        }
    }

    /**
     * "Beaten by X and Y, which save n more": n is what the buyer would lose with it instead of X and Y; of promotions that
     * stand alone, with it instead of all others.
     */
    private static void beaten(Case one, Rejection refusal, Offer offer) {
        Matcher said = SAID.get(refusal.reason()).matcher(refusal.message());
        assertThat(said.matches()).as(one.about(refusal)).isTrue();
        if (one.kept().stream().anyMatch(o -> isNamed(o, refusal) && one.isTwofold(o.promotion()))) {
            return;
        }
        List<Offer> instead = new ArrayList<>(with(one, offer));
        instead.removeIf(o -> o != offer && isNamed(o, refusal));
        long less = gained(one.plan().stack()) - saved(one, instead);
        boolean although = refusal.message().contains(", although ");
        String number = although ? "-" + said.group("less") : Optional.ofNullable(said.group("more")).orElse("0");
        assertThat(one.minor(number)).as(one.about(refusal)).isEqualTo(less);
        if (although) {
            assertThat(refusal.reason()).as(one.about(refusal)).isIn(Reason.EXCLUSIVE_BEATEN, Reason.EXCLUSIVE_KEPT);
            assertThat(one.policy().exclusive()).as(one.about(refusal)).isNotEqualTo(Policy.Exclusive.IF_BETTER);
        }
    }

    private static long gained(OfferStack stack) {
        return stack.saved() + BruteForce.worth(stack);
    }

    private static boolean isNamed(Offer other, Rejection refusal) {
        return refusal.reason() == Reason.EXCLUSIVE_BEATEN
                || Arrays.asList(refusal.message().split("[ ,]")).contains(other.promotion());
    }

    private static void threshold(Case one, Rejection refusal, Offer offer) {
        Matcher said = NEEDS.matcher(refusal.message());
        assertThat(said.matches()).as(one.about(refusal)).isTrue();
        long gap = one.minor(said.group(4));
        long strict = said.group(1) == null ? 0 : 1;
        assertThat(gap).as(one.about(refusal)).isEqualTo(one.minor(said.group(2)) - one.minor(said.group(3)) + strict);
        assertThat(refusal.gap()).as(one.about(refusal)).contains(new Money(gap, one.basket().currency()));
        boolean lost = refusal.reason() == Reason.THRESHOLD_LOST;
        assertThat(alone(one, one.basket(), offer) instanceof Taken).as(one.about(refusal)).isEqualTo(lost);
        if (!lost) {
            gapMendsIt(one, refusal, offer, gap);
        }
    }

    /** With so much more spent it holds alone, and one minor unit less is not enough. */
    private static void gapMendsIt(Case one, Rejection refusal, Offer offer, long gap) {
        // Where more is asked for than the money, only "at least" is said; and what is added may be on sale.
        boolean certain = !refusal.message().contains("at least")
                && offer.terms().scope().reduced() == Scope.Reduced.INCLUDED;
        Optional<Basket> enough = spending(one, offer, gap).filter(basket -> certain);
        enough.ifPresent(basket ->
                assertThat(alone(one, basket, offer)).as(one.about(refusal)).isInstanceOf(Taken.class));
        spending(one, offer, gap - 1).ifPresent(basket ->
                assertThat(alone(one, basket, offer)).as(one.about(refusal)).isInstanceOf(Outcome.Missed.class));
    }

    /** One more thing like one the offer is for, at this price; empty where the offer is not for things at this price. */
    static Optional<Basket> spending(Basket basket, Offer offer, long price) {
        return basket.lines().stream()
                .filter(offer::counts)
                .findFirst()
                .map(like -> like.like("more", new Money(price, basket.currency())))
                .filter(offer::counts)
                .map(more -> {
                    List<Line> lines = new ArrayList<>(basket.lines());
                    lines.add(more);
                    return basket.with(lines);
                });
    }

    private static Optional<Basket> spending(Case one, Offer offer, long price) {
        return spending(one.basket(), offer, price);
    }

    private static Outcome alone(Case one, Basket basket, Offer offer) {
        var ledger = new BruteForce(PricedBasket.of(basket), one.offers(), one.policy()).open();
        return Pricer.apply(ledger, offer, one.force().conventions(offer), ledger.linePrices()).outcome();
    }

    private static long firstAmount(Case one, Rejection refusal) {
        Matcher said = ONE_AMOUNT.matcher(refusal.message());
        assertThat(said.find()).as(one.about(refusal)).isTrue();
        return one.minor(said.group(1));
    }

    private static List<Offer> with(Case one, Offer offer) {
        List<Offer> offers = new ArrayList<>(one.kept());
        offers.add(offer);
        return offers;
    }

    /** What these save, those that hold. */
    private static long saved(Case one, List<Offer> offers) {
        return one.force().savedBy(offers);
    }
}
