package dev.plaindeal.price;

import dev.plaindeal.model.OfferBuilder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plaindeal.RandomDeals;
import dev.plaindeal.basket.Basket;
import dev.plaindeal.basket.Line;
import dev.plaindeal.basket.Remaining;
import dev.plaindeal.model.PromotionWords;
import dev.plaindeal.money.Currency;
import dev.plaindeal.money.Money;
import dev.plaindeal.money.Percent;
import dev.plaindeal.offer.Benefit;
import dev.plaindeal.offer.ChanceKind;
import dev.plaindeal.offer.Offer;
import dev.plaindeal.offer.OfferTerms;
import dev.plaindeal.offer.Reward;
import dev.plaindeal.policy.Conventions;
import dev.plaindeal.price.Outcome.Taken;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The pricer against a second pricer that shares no code with it, offer by offer, under every convention. */
class NaivePricerTest {

    private static final long SEED = 7_001;
    private static final int CASES = Integer.getInteger("random", 12_000);

    private final Map<String, Integer> held = new TreeMap<>();
    private int moved;
    private int several;

    @Test
    void everyShapeTakesWhatTheNaivePricerTakes() {
        for (int i = 0; i < CASES; i++) {
            compare(SEED + i);
        }
        System.out.printf("naive pricer: seed %d, %d cases, held by shape %s, floors moved money in %d%n", SEED, CASES, held, moved);
        assertThat(held).hasSize(15).allSatisfy((shape, count) -> assertThat(count).isGreaterThan(CASES / 240));
        assertThat(moved).isGreaterThan(CASES / 120);
        assertThat(several).as("several gifts").isGreaterThan(CASES / 400);
    }

    private void compare(long seed) {
        RandomDeals deals = new RandomDeals(seed);
        Basket basket = deals.basket(5);
        Ledger open = PricedBasket.of(basket).open();
        Ledger before = deals.random().nextInt(3) > 0 ? sale(open, basket, deals) : open;
        ChanceKind kind = deals.pick(List.of(
                ChanceKind.PLATFORM_BASKET, ChanceKind.STORE_BASKET, ChanceKind.PLATFORM_COUPON, ChanceKind.STORE_COUPON));
        Offer drawn = deals.offer(basket, kind, "p", 0);
        // The sale is now and then a statement of the same promotion.
        boolean own = drawn.store().isEmpty() && drawn.code().isEmpty() && deals.random().nextBoolean();
        Offer offer = own ? new Offer("sale", 1, drawn.terms(), "", "") : drawn;
        Conventions conventions = offer.terms().choices().over(deals.policy().in(kind.layer()).conventions());
        long[] running = before.linePrices();
        long[] taken = new long[running.length];
        for (int i = 0; i < taken.length && own; i++) {
            taken[i] = open.linePrices()[i] - running[i];
        }
        Pricer.PricedStep step = Pricer.apply(before, offer, conventions, running);
        NaivePricer naive = new NaivePricer(basket, offer, conventions, running, taken);
        if (offer.terms().reward() instanceof Reward.Gift gift) {
            sameGifts("seed " + seed + " " + gift, gift, naive, step);
        } else {
            same(seed, offer, conventions, naive, step);
        }
    }

    /** As many gifts, of the same worth. */
    private void sameGifts(String as, Reward.Gift gift, NaivePricer naive, Pricer.PricedStep step) {
        Outcome.Added added = step.outcome() instanceof Taken taken ? taken.added() : Outcome.Added.NOTHING;
        long each = gift.worth().map(worth -> worth.minor(step.ledger().goods.currency)).orElse(0L);
        assertThat(added.quantity()).as(as).isEqualTo((int) naive.gifts());
        assertThat(added.worth()).as(as).isEqualTo(each * naive.gifts());
        several += added.quantity() > 1 ? 1 : 0;
    }

    /** What comes later is what would come off what is paid, in whole points; no minimum price of a line stands in its way. */
    @Test
    void promisesAreWhatTheNaivePricerWouldTakeOffWhatIsPaid() {
        int promised = 0;
        int cut = 0;
        for (long seed = SEED; seed < SEED + CASES / 4; seed++) {
            RandomDeals deals = new RandomDeals(seed);
            Basket basket = deals.basket(5);
            Ledger open = PricedBasket.of(basket).open();
            Ledger paid = deals.random().nextInt(3) > 0 ? sale(open, basket, deals) : open;
            ChanceKind kind = deals.pick(List.of(ChanceKind.PLATFORM_BASKET, ChanceKind.STORE_BASKET, ChanceKind.STORE_COUPON));
            Optional<Offer> offer = deals.later(basket, deals.offer(basket, kind, "p", 0));
            if (offer.isPresent()) {
                Conventions conventions = PromisePricer.conventions(offer.get().terms(), deals.policy());
                NaivePricer naive = new NaivePricer(basket, offer.get(), conventions, paid.linePrices());
                long unit = offer.get().terms().payout().unit(basket.currency());
                String as = "seed " + seed + " " + offer.get().terms().reward() + " " + conventions;
                long expected = naive.answer().map(NaivePricer.Answer::discount).orElse(0L);
                long[] shares = PromisePricer.of(paid, offer.get(), conventions) instanceof Taken taken ? taken.byLine() : new long[0];
                assertThat(NaivePricer.sum(shares)).as(as).isEqualTo(expected - expected % unit);
                for (int i = 0; i < shares.length; i++) {
                    assertThat(shares[i]).as(as).isBetween(0L, naive.room()[i]);
                }
                promised += expected > 0 ? 1 : 0;
                cut += expected % unit > 0 ? 1 : 0;
            }
        }
        assertThat(promised).isGreaterThan(CASES / 20);
        assertThat(cut).isGreaterThan(CASES / 120);
    }

    /** An earlier layer has taken something off, not evenly. */
    private static Ledger sale(Ledger open, Basket basket, RandomDeals deals) {
        PromotionWords promise = new OfferBuilder(ChanceKind.PLATFORM_ITEMS, 0);
        promise.amountOff(new Money(1 + deals.random().nextInt(2_000), basket.currency()).toString());
        if (deals.random().nextBoolean()) {
            promise.onlySkus("p,q");
        }
        return Pricer.apply(open, new Offer("sale", 0, promise.offer().terms(), "", ""), Conventions.DEFAULT, new long[0])
                .ledger();
    }

    private void same(long seed, Offer offer, Conventions conventions, NaivePricer naive, Pricer.PricedStep step) {
        Optional<NaivePricer.Answer> answer = naive.answer();
        String as = "seed " + seed + " " + offer.terms().reward() + " " + conventions;
        if (!(step.outcome() instanceof Taken taken)) {
            assertThat(answer).as(as).isEmpty();
            return;
        }
        assertThat(answer).as(as).isPresent();
        held.merge(shape(offer), 1, Integer::sum);
        assertThat(taken.discount()).as(as).isEqualTo(answer.get().discount());
        assertThat(NaivePricer.sum(taken.byLine())).as(as).isEqualTo(taken.discount());
        answer.get().shares().ifPresentOrElse(
                shares -> assertThat(taken.byLine()).as(as).isEqualTo(shares), () -> moved++);
        long[] room = naive.room();
        for (int i = 0; i < room.length; i++) {
            assertThat(taken.byLine()[i]).as(as).isBetween(0L, room[i]);
        }
    }

    private static String shape(Offer offer) {
        Reward reward = offer.terms().reward();
        return reward instanceof Reward.Off off
                ? off.benefit().getClass().getSimpleName() + "/" + off.per()
                : reward.getClass().getSimpleName();
    }

    /** Fees are few and have no floors but zero: the whole sum is checked by hand, and that each share fits its fee. */
    @Test
    void shippingTakesWhatItSaysOfTheFeesInScope() {
        int held = 0;
        for (int i = 0; i < CASES; i++) {
            RandomDeals deals = new RandomDeals(SEED + i);
            Basket basket = deals.basket(5);
            ChanceKind kind = deals.pick(List.of(ChanceKind.PLATFORM_SHIPPING, ChanceKind.STORE_SHIPPING));
            Offer offer = deals.offer(basket, kind, "p", 0);
            Conventions conventions = offer.terms().choices().over(deals.policy().in(kind.layer()).conventions());
            Ledger open = PricedBasket.of(basket).open();
            Pricer.PricedStep step = Pricer.apply(open, offer, conventions, open.linePrices());
            if (step.outcome() instanceof Taken taken) {
                held++;
                shipping("seed " + (SEED + i), basket, offer, conventions, taken);
                assertThat(step.ledger().linePrices()).isEqualTo(open.linePrices());
            }
        }
        assertThat(held).isGreaterThan(CASES / 2);
    }

    private static void shipping(String as, Basket basket, Offer offer, Conventions conventions, Taken taken) {
        Benefit benefit = ((Reward.Shipping) offer.terms().reward()).benefit();
        long fees = 0;
        long above = 0;
        List<Long> inScope = new ArrayList<>();
        int index = 0;
        for (Map.Entry<String, Money> fee : basket.shipping().entrySet()) {
            boolean in = (offer.store().isEmpty() || offer.store().equals(fee.getKey()))
                    && (offer.terms().scope().only().stores().isEmpty()
                            || offer.terms().scope().only().stores().contains(fee.getKey()))
                    && !offer.terms().scope().except().stores().contains(fee.getKey());
            long price = in ? fee.getValue().minor() : 0;
            assertThat(taken.byFee()[index++]).as(as).isBetween(0L, price);
            fees += price;
            inScope.add(price);
            above += benefit instanceof Benefit.PriceOf target ? Math.max(0, price - target.price().minor(basket.currency())) : 0;
        }
        long wanted = benefit instanceof Benefit.PriceOf ? above
                : benefit instanceof Benefit.AmountOff off ? off.amounts().minor(basket.currency())
                : conventions.grain() == Conventions.Grain.SCOPE
                        ? percent(((Benefit.PercentOff) benefit).percent(), fees, conventions)
                        : eachFee(((Benefit.PercentOff) benefit).percent(), inScope, conventions);
        long cap = offer.terms().cap().map(amounts -> amounts.minor(basket.currency())).orElse(Long.MAX_VALUE);
        assertThat(taken.discount()).as(as).isEqualTo(Math.min(fees, Math.min(cap, wanted)));
        assertThat(NaivePricer.sum(taken.byFee())).as(as).isEqualTo(taken.discount());
    }

    private static long eachFee(Percent percent, List<Long> fees, Conventions conventions) {
        return fees.stream().mapToLong(fee -> percent(percent, fee, conventions)).sum();
    }

    private static long percent(Percent percent, long fees, Conventions conventions) {
        BigDecimal exact = BigDecimal.valueOf(fees).multiply(percent.number()).movePointLeft(2);
        return conventions.rounds() == Conventions.Rounds.DISCOUNT
                ? exact.setScale(0, conventions.mode()).longValueExact()
                : fees - BigDecimal.valueOf(fees).subtract(exact).setScale(0, conventions.mode()).longValueExact();
    }

    @Test
    void aDealForgotHowManyItemsOfALineTakePart() {
        Currency usd = Currency.of("USD");
        Basket basket = RandomDeals.basket(
                usd, List.of(Line.of("1", "p", "a", new Money(1_000, usd), 6)), Map.of(), Remaining.UNTOUCHED);
        Ledger open = PricedBasket.of(basket).open();
        PromotionWords promise = new OfferBuilder(ChanceKind.PLATFORM_ITEMS, 0).buyGet(1, 1).itemsPerLine(4);
        Offer offer = new Offer("p", 0, promise.offer().terms(), "", "");
        assertThat(((Taken) Pricer.apply(open, offer, Conventions.DEFAULT, new long[0]).outcome()).discount()).isEqualTo(2_000);
        PromotionWords price = new OfferBuilder(ChanceKind.PLATFORM_ITEMS, 0).forPrice("USD 30").itemsPerLine(4);
        Offer together = new Offer("p", 0, price.offer().terms(), "", "");
        assertThat(((Taken) Pricer.apply(open, together, Conventions.DEFAULT, new long[0]).outcome()).discount()).isEqualTo(1_000);
    }

    @Test
    void aPriceBeforeALayerThatKeptNothingIsThePriceItWouldHaveFound() {
        RandomDeals deals = new RandomDeals(1);
        Basket basket = deals.basket(5);
        while (basket.subtotal() < 2_000) {
            basket = deals.basket(5);
        }
        Ledger open = PricedBasket.of(basket).open();
        Offer threshold = new Offer("s", 0, terms(basket, ChanceKind.PLATFORM_BASKET, 500), "", "");
        Ledger after = Pricer.apply(open, threshold, Conventions.DEFAULT, new long[0]).ledger();
        PromotionWords half = new OfferBuilder(ChanceKind.PLATFORM_COUPON, 1).percentOf("price before item-price").percentOff(10);
        Offer coupon = new Offer("c", 0, half.offer().terms(), "", "C");
        Pricer.PricedStep step =
                Pricer.apply(after, coupon, coupon.terms().choices().over(Conventions.DEFAULT), new long[0]);
        assertThat(((Taken) step.outcome()).discount()).isEqualTo((basket.subtotal() + 5) / 10);
    }

    private static OfferTerms terms(Basket basket, ChanceKind kind, long off) {
        return new OfferBuilder(kind, 0).amountOff(new Money(off, basket.currency()).toString()).offer().terms();
    }
}
