package dev.plaindeal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plaindeal.basket.Basket;
import dev.plaindeal.basket.Code;
import dev.plaindeal.basket.Line;
import dev.plaindeal.money.Money;
import dev.plaindeal.offer.UnitOrder;
import dev.plaindeal.policy.Layer;
import dev.plaindeal.receipt.Receipt.Allocation;
import dev.plaindeal.receipt.Receipt.Applied;
import dev.plaindeal.receipt.Receipt.Rejected;
import dev.plaindeal.receipt.Receipt.StoreTotal;
import dev.plaindeal.receipt.Receipt;
import dev.plaindeal.receipt.ReceiptSums;
import dev.plaindeal.receipt.SimplicityView;
import dev.plaindeal.tax.TaxSums;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What holds for every receipt, whatever the basket and the rules; any test that evaluates calls {@link #check}.
 *
 * <p>Failures name the basket and the amount that does not add up.
 */
public final class Invariants {

    private final Basket basket;
    private final Receipt receipt;
    private final Map<String, Long> offLine = new HashMap<>();
    private final Map<String, Long> offFee = new HashMap<>();

    private Invariants(Basket basket, Receipt receipt) {
        this.basket = basket;
        this.receipt = receipt;
        for (Applied applied : receipt.applied()) {
            for (Allocation share : applied.allocations()) {
                (share.on() == Allocation.On.LINE ? offLine : offFee)
                        .merge(share.name(), share.amount().minor(), Long::sum);
            }
        }
    }

    /**
     * All that one receipt can tell: allocations sum to their discount, discounts to subtotal and shipping less total,
     * funders' shares to both, nothing is negative or below its minimum price, goods and shipping do not mix, every
     * presented code is applied or rejected with a reason, near misses bring something.
     */
    public static void check(Basket basket, Receipt receipt) {
        assertThat(ReceiptSums.check(receipt, basket.id())).isEmpty();
        Invariants invariants = new Invariants(basket, receipt);
        invariants.totals();
        invariants.rounding();
        invariants.stores();
        receipt.applied().forEach(invariants::applied);
        invariants.lines();
        invariants.fees();
        invariants.funders();
        invariants.codes();
        invariants.nearMisses();
        invariants.look();
        TaxSums.check(receipt);
    }

    /**
     * The order of lines and of presented codes changes neither the total nor any promotion's discount nor what is
     * applied and rejected, unless a promotion asks which line comes first; asking twice gives the same receipt.
     *
     * @param seed of the shuffles; printed when one fails
     */
    public static void checkOrder(PromotionEngine engine, Basket basket, Receipt receipt, long seed) {
        assertThat(engine.evaluate(basket)).as("%s, asked again", basket.id()).isEqualTo(receipt);
        Random random = new Random(seed);
        boolean linesStay = asksForTheOrder(engine, receipt);
        for (int i = 0; i < 2; i++) {
            Receipt other = engine.evaluate(linesStay ? with(basket.lines(), basket, random) : shuffled(basket, random));
            checkSame(receipt, other, "lines and codes shuffled with seed " + seed);
        }
    }

    /** Two receipts of one basket that must not differ in money or in what was applied and rejected. */
    public static void checkSame(Receipt one, Receipt other, String how) {
        String what = one.basket() + ", " + how;
        assertThat(other.total()).as("%s: total", what).isEqualTo(one.total());
        assertThat(discounts(other)).as("%s: discounts", what).isEqualTo(discounts(one));
        assertThat(rejections(other)).as("%s: rejections", what).isEqualTo(rejections(one));
        assertThat(other.funders()).as("%s: funders", what).isEqualTo(one.funders());
    }

    /** A promotion that says "first in the basket" asks for the order of lines; then only codes can be shuffled. */
    private static boolean asksForTheOrder(PromotionEngine engine, Receipt receipt) {
        return Stream.concat(receipt.applied().stream().map(Applied::id), receipt.rejected().stream().map(Rejected::id))
                .filter(id -> !id.isEmpty())
                .flatMap(id -> engine.promotions().get(id).offers().stream())
                .anyMatch(terms -> terms.which() == UnitOrder.FIRST);
    }

    /** The same basket with lines and codes in another order. */
    public static Basket shuffled(Basket basket, Random random) {
        List<Line> lines = new ArrayList<>(basket.lines());
        Collections.shuffle(lines, random);
        return with(lines, basket, random);
    }

    private static Basket with(List<Line> lines, Basket basket, Random random) {
        List<String> codes = new ArrayList<>(basket.codes());
        Collections.shuffle(codes, random);
        return basket.with(lines).withCodes(codes);
    }

    private static Map<String, Long> discounts(Receipt receipt) {
        Map<String, Long> discounts = new TreeMap<>();
        receipt.applied().forEach(a -> discounts.merge(a.id() + " " + a.code(), a.discount().minor(), Long::sum));
        return discounts;
    }

    private static Set<String> rejections(Receipt receipt) {
        Set<String> rejections = new TreeSet<>();
        receipt.rejected().forEach(r -> rejections.add(r.id() + " " + r.code() + " " + r.reason()));
        return rejections;
    }

    private void totals() {
        equal("subtotal", receipt.subtotal(), basket.subtotal());
        equal("shipping", receipt.shipping(), basket.shippingFees());
        equal("discount", receipt.discount(), basket.subtotal() + basket.shippingFees() - exact());
        equal("sum of discounts", receipt.discount(), sum(receipt.applied().stream().map(Applied::discount)));
        assertThat(receipt.total().minor()).as(about("total")).isNotNegative();
        assertThat(receipt.currency()).as(about("currency")).isEqualTo(basket.currency());
        Stream.of(receipt.subtotal(), receipt.shipping(), receipt.discount(), receipt.total(), receipt.couldSave())
                .forEach(money -> assertThat(money.currency()).as(about("currency")).isEqualTo(basket.currency()));
        assertThat(receipt.couldSave().minor()).as(about("could save")).isNotNegative();
    }

    /** What is settled with each store; together the totals. Worked out here from the basket, not from other rows. */
    private void stores() {
        Map<String, Long> goods = new HashMap<>();
        basket.lines().forEach(line -> goods.merge(line.store(), line.listPrice(), Long::sum));
        assertThat(receipt.stores()).as(about("stores")).extracting(StoreTotal::store).containsExactlyElementsOf(
                basket.lines().stream().map(Line::store).distinct().toList());
        for (StoreTotal store : receipt.stores()) {
            equal("goods of " + store.store(), store.subtotal(), goods.get(store.store()));
            equal("shipping of " + store.store(), store.shipping(),
                    basket.shipping().getOrDefault(store.store(), Money.zero(basket.currency())).minor());
            equal("total of " + store.store(), store.total(),
                    store.subtotal().minor() + store.shipping().minor() - store.discount().minor());
            equal("funders of " + store.store(), store.discount(),
                    store.funders().platform().minor() + store.funders().store().minor());
        }
        equal("goods of all stores", receipt.subtotal(), sum(receipt.stores().stream().map(StoreTotal::subtotal)));
        equal("shipping of all stores", receipt.shipping(), sum(receipt.stores().stream().map(StoreTotal::shipping)));
        equal("discount of all stores", receipt.discount(), sum(receipt.stores().stream().map(StoreTotal::discount)));
        equal("total of all stores", exactTotal(), sum(receipt.stores().stream().map(StoreTotal::total)));
        equal("the platform's part of all", receipt.funders().platform(), sum(receipt.stores().stream().map(one -> one.funders().platform())));
        equal("the stores' part of all", receipt.funders().store(), sum(receipt.stores().stream().map(one -> one.funders().store())));
    }

    /** To pay before it is rounded to what can be paid. */
    private Money exactTotal() {
        return receipt.rounding().map(round -> receipt.total().minus(round.amount())).orElse(receipt.total());
    }

    private long exact() {
        return exactTotal().minor();
    }

    private void rounding() {
        receipt.rounding().ifPresent(round -> {
            assertThat(receipt.total().minor() % round.step().step().minor()).as(about("total in steps")).isZero();
            assertThat(Math.abs(round.amount().minor())).as(about("rounding")).isLessThan(round.step().step().minor());
        });
    }

    private void applied(Applied applied) {
        String id = applied.id();
        equal(id + ": sum of allocations", applied.discount(), sum(applied.allocations().stream().map(Allocation::amount)));
        equal(id + ": funders", applied.discount(),
                applied.funders().platform().minor() + applied.funders().store().minor());
        equal(id + ": platform's shares by line", applied.funders().platform(),
                sum(applied.allocations().stream().map(Allocation::platform)));
        assertThat(applied.discount().minor()).as(about(id + ": discount")).isNotNegative();
        assertThat(applied.givenUp().minor()).as(about(id + ": given up")).isNotNegative();
        for (Allocation share : applied.allocations()) {
            assertThat(share.amount().minor()).as(about(id + ": share of " + share.name())).isPositive();
            assertThat(share.platform().minor())
                    .as(about(id + ": platform's share of " + share.name()))
                    .isBetween(0L, share.amount().minor());
            assertThat(share.on() == Allocation.On.SHIPPING)
                    .as(about(id + ": goods and shipping do not mix"))
                    .isEqualTo(applied.layer() == Layer.SHIPPING);
        }
    }

    private void lines() {
        assertThat(receipt.lines().stream().map(Receipt.LinePrice::line))
                .as(about("lines"))
                .isEqualTo(basket.lines().stream().map(Line::id).toList());
        for (int i = 0; i < basket.lines().size(); i++) {
            Line line = basket.lines().get(i);
            Receipt.LinePrice price = receipt.lines().get(i);
            equal("list price of line " + line.id(), price.list(), line.listPrice());
            equal("net price of line " + line.id(), price.net(), line.listPrice() - offLine.getOrDefault(line.id(), 0L));
            assertThat(price.net().minor())
                    .as(about("net price of line " + line.id() + " and its minimum"))
                    .isGreaterThanOrEqualTo(line.minimum());
        }
        assertThat(basket.lines().stream().map(Line::id)).as(about("lines with a share")).containsAll(offLine.keySet());
    }

    private void fees() {
        long left = 0;
        for (Map.Entry<String, Money> fee : basket.shipping().entrySet()) {
            long rest = fee.getValue().minor() - offFee.getOrDefault(fee.getKey(), 0L);
            assertThat(rest).as(about("shipping left at " + fee.getKey())).isNotNegative();
            left += rest;
        }
        assertThat(basket.shipping().keySet()).as(about("fees with a share")).containsAll(offFee.keySet());
        equal("net prices and shipping left", exactTotal(),
                sum(receipt.lines().stream().map(Receipt.LinePrice::net)) + left);
    }

    private void funders() {
        equal("platform pays", receipt.funders().platform(),
                sum(receipt.applied().stream().map(a -> a.funders().platform())));
        equal("stores pay", receipt.funders().store(), sum(receipt.applied().stream().map(a -> a.funders().store())));
    }

    private void codes() {
        Set<String> answered = new TreeSet<>();
        receipt.applied().forEach(applied -> answered.add(applied.code()));
        receipt.later().forEach(promise -> answered.add(promise.code()));
        receipt.balances().forEach(payment -> answered.add(payment.code()));
        receipt.rejected().forEach(rejected -> answered.add(Code.normal(rejected.code())));
        for (String code : basket.codes()) {
            // One that nobody could type is refused as it is shown, and in Turkish a small i has a dot in capitals, too.
            assertThat(answered).as(about("applied and rejected codes"))
                    .containsAnyOf(Code.normal(code), Code.normal(Code.shown(code)), Code.normal(code.replace("i", "\u0130")));
        }
        for (Receipt.Rejected rejected : receipt.rejected()) {
            assertThat(rejected.reason()).as(about("reason for " + rejected.id() + rejected.code())).isNotBlank();
            assertThat(rejected.message()).as(about("sentence for " + rejected.id() + rejected.code())).matches("(?s).*[.?]");
            rejected.gap().ifPresent(gap -> assertThat(gap.minor()).as(about("gap of " + rejected.id())).isPositive());
        }
    }

    private void nearMisses() {
        assertThat(receipt.nearMisses().size()).as(about("near misses")).isLessThanOrEqualTo(3);
        for (Receipt.NearMiss miss : receipt.nearMisses()) {
            assertThat(miss.gap().minor() > 0).as(about("gap to " + miss.id())).isEqualTo(miss.needs().isEmpty());
            assertThat(miss.saves().minor() > 0 || miss.later().minor() > 0 || miss.message().contains(" for nothing"))
                    .as(about("the near miss \"" + miss.message() + "\" brings something"))
                    .isTrue();
            Money then = exactTotal().plus(miss.gap()).minus(miss.saves());
            equal("what would be paid with " + miss.id(), miss.pay(),
                    receipt.rounding().map(round -> round.step().payable(then)).orElse(then).minor());
        }
    }

    private void look() {
        SimplicityView simplicity = receipt.look().simplicity();
        assertThat(simplicity.score()).as(about("simplicity")).isBetween(0.0, 100.0);
        assertThat(simplicity.reasons().stream().mapToDouble(SimplicityView.ReasonView::seconds).sum())
                .as(about("seconds of the reasons"))
                .isCloseTo(simplicity.seconds(), within(1e-6));
        equal("headline's price", receipt.look().headline().pay(), receipt.total().minor());
    }

    private void equal(String what, Money said, long minor) {
        assertThat(said.minor()).as(about(what)).isEqualTo(minor);
    }

    private String about(String what) {
        return receipt.basket() + ": " + what;
    }

    private static long sum(Stream<Money> amounts) {
        return amounts.mapToLong(Money::minor).sum();
    }
}
