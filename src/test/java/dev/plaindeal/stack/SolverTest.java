package dev.plaindeal.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plaindeal.RandomDeals;
import dev.plaindeal.basket.Line;
import dev.plaindeal.basket.Remaining;
import dev.plaindeal.model.OfferBuilder;
import dev.plaindeal.model.PromotionWords;
import dev.plaindeal.money.Currency;
import dev.plaindeal.money.Money;
import dev.plaindeal.offer.ChanceKind;
import dev.plaindeal.offer.Offer;
import dev.plaindeal.policy.Strategy;
import dev.plaindeal.price.PricedBasket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.chocosolver.solver.Model;
import org.chocosolver.solver.Solution;
import org.chocosolver.solver.variables.BoolVar;
import org.chocosolver.solver.variables.IntVar;
import org.junit.jupiter.api.Test;

/**
 * A constraint solver from outside, which knows nothing of Plaindeal, is asked the same: of 20 to 60 vouchers, one a layer and place,
 * each for a least spend on what earlier layers left, which save most together?
 */
class SolverTest {

    private static final Currency USD = Currency.of("USD");
    private static final long SEED = 31_415;
    private static final int STORES = 3;
    private static final int BASKETS = 24;

    /**
     * One voucher.
     *
     * @param least minor units to be spent
     * @param percent of the running price, rounded half up; 0 for an amount
     * @param amount minor units off, or at most off where it is a percentage
     */
    private record Voucher(ChanceKind kind, String store, int least, int percent, int amount) {

        Offer offer(int number) {
            PromotionWords words = new OfferBuilder(kind, kind == ChanceKind.STORE_COUPON || kind == ChanceKind.PLATFORM_COUPON ? 4 : 0);
            words = percent == 0 ? words.amountOff(usd(amount)) : words.percentOff(percent).atMost(usd(amount));
            return new Offer("o" + number, 0, words.whenSpending(usd(least)).offer().terms(), store, "");
        }

        private static String usd(int minor) {
            return new Money(minor, USD).toString();
        }
    }

    @Test
    void saysTheSame() {
        for (int i = 0; i < BASKETS; i++) {
            Random random = new Random(SEED + i);
            int[] lists = new int[STORES];
            List<Line> lines = lines(random, lists);
            List<Voucher> vouchers = vouchers(random, lists, new int[] {20, 40, 60}[i % 3]);
            List<Offer> offers = new ArrayList<>();
            vouchers.forEach(voucher -> offers.add(voucher.offer(offers.size())));
            Plan plan = Planner.plan(
                    PricedBasket.of(RandomDeals.basket(USD, lines, Map.of(), Remaining.UNTOUCHED)),
                    offers, RandomDeals.keeping(1), Strategy.BEST_PRICE, Judge.INDIFFERENT, nobody -> false);
            assertThat(plan.couldSave()).as("seed %d", SEED + i).isZero();
            assertThat(plan.stack().saved()).as("seed %d: %s", SEED + i, vouchers).isEqualTo(most(lists, vouchers));
        }
        System.out.printf("solver: seed %d, %d baskets of 20 to 60 vouchers%n", SEED, BASKETS);
    }

    private static List<Line> lines(Random random, int[] lists) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < 3 * STORES; i++) {
            int price = 800 + random.nextInt(9_000);
            lists[i % STORES] += price;
            lines.add(new Line("k" + i, "k" + i, "s" + i % STORES, "tea", "", new Money(price, USD), Optional.empty(), Optional.empty(), 1));
        }
        return lines;
    }

    private static List<Voucher> vouchers(Random random, int[] lists, int count) {
        ChanceKind[] kinds = {ChanceKind.STORE_BASKET, ChanceKind.STORE_COUPON, ChanceKind.STORE_COUPON, ChanceKind.PLATFORM_BASKET, ChanceKind.PLATFORM_COUPON};
        List<Voucher> vouchers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ChanceKind kind = kinds[random.nextInt(kinds.length)];
            boolean ofStore = kind == ChanceKind.STORE_BASKET || kind == ChanceKind.STORE_COUPON;
            int store = random.nextInt(STORES);
            int of = ofStore ? lists[store] : lists[0] + lists[1] + lists[2];
            int least = of / 2 + random.nextInt(of / 2);
            int percent = random.nextBoolean() ? 0 : 5 + random.nextInt(16);
            int amount = percent == 0 ? least / (4 + random.nextInt(9)) + 1 : of / (5 + random.nextInt(9)) + 1;
            vouchers.add(new Voucher(kind, ofStore ? "s" + store : "", least, percent, amount));
        }
        return vouchers;
    }

    /** What the solver finds to be the most that can be saved, in minor units. */
    private static long most(int[] lists, List<Voucher> vouchers) {
        Model model = new Model();
        List<IntVar> stores = new ArrayList<>();
        for (int s = 0; s < lists.length; s++) {
            IntVar after = after(model, model.intVar(lists[s]), of(vouchers, ChanceKind.STORE_BASKET, "s" + s));
            stores.add(after(model, after, of(vouchers, ChanceKind.STORE_COUPON, "s" + s)));
        }
        int list = lists[0] + lists[1] + lists[2];
        IntVar goods = model.intVar("goods", 0, list, true);
        model.sum(stores.toArray(IntVar[]::new), "=", goods).post();
        IntVar basket = after(model, goods, of(vouchers, ChanceKind.PLATFORM_BASKET, ""));
        IntVar pay = after(model, basket, of(vouchers, ChanceKind.PLATFORM_COUPON, ""));
        Solution best = model.getSolver().findOptimalSolution(pay, Model.MINIMIZE);
        return list - best.getIntVal(pay);
    }

    private static List<Voucher> of(List<Voucher> vouchers, ChanceKind kind, String store) {
        return vouchers.stream().filter(one -> one.kind() == kind && one.store().equals(store)).toList();
    }

    /** What is left to pay after one of these, or none: {@code chosen} is 0 for none. */
    private static IntVar after(Model model, IntVar before, List<Voucher> some) {
        int most = before.getUB();
        IntVar chosen = model.intVar(0, some.size());
        IntVar[] off = new IntVar[some.size() + 1];
        off[0] = model.intVar(0);
        for (int i = 0; i < some.size(); i++) {
            Voucher one = some.get(i);
            BoolVar taken = chosen.eq(i + 1).boolVar();
            model.ifThen(taken, model.arithm(before, ">=", one.least()));
            off[i + 1] = one.percent() == 0 ? model.intVar(one.amount()) : percent(model, before, one);
        }
        IntVar discount = model.intVar(0, most, true);
        model.element(discount, off, chosen, 0).post();
        IntVar after = model.intVar(0, most, true);
        model.arithm(after, "+", discount, "=", before).post();
        return after;
    }

    private static IntVar percent(Model model, IntVar before, Voucher one) {
        IntVar share = before.mul(one.percent()).add(50).div(100).intVar();
        IntVar least = model.intVar(0, one.amount(), true);
        model.min(least, share, model.intVar(one.amount())).post();
        return least;
    }
}
