package dev.plaindeal.backtest;

import dev.plaindeal.basket.Basket;
import dev.plaindeal.basket.Line;
import dev.plaindeal.money.Money;
import dev.plaindeal.receipt.Receipt.Applied;
import dev.plaindeal.receipt.Receipt.Funders;
import dev.plaindeal.receipt.Receipt.Later;
import dev.plaindeal.receipt.Receipt.Rejected;
import dev.plaindeal.receipt.Receipt.StoreTotal;
import dev.plaindeal.receipt.Receipt;
import dev.plaindeal.receipt.SimplicityView;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Adds one order to the sums of its currency. For one thread. */
final class OrderTally {

    /** A promotion is nearly missed where it wants at most this part more than the goods cost. */
    private static final long NEAR_PART = 5;

    private final RuleBooks books;
    private final CurrencySums sums;
    private final PricedTwice priced;
    private final Basket basket;
    private final List<RowSums> wholes;

    private OrderTally(RuleBooks books, CurrencySums sums, PricedTwice priced) {
        this.books = books;
        this.sums = sums;
        this.priced = priced;
        this.basket = priced.basket();
        this.wholes = List.of(sums.all(), sums.row(Breakdown.MARKET, basket.market()), sums.row(Breakdown.DAY, day()));
    }

    static void add(RuleBooks books, CurrencySums sums, PricedTwice priced) {
        OrderTally tally = new OrderTally(books, sums, priced);
        tally.side(BookSide.BEFORE);
        tally.side(BookSide.AFTER);
        if (priced.isTouched()) {
            tally.touch();
        }
    }

    private String day() {
        return LocalDate.ofInstant(basket.at(), books.after().clock(basket.market())).toString();
    }

    private void touch() {
        long pays = priced.morePaid().minor();
        wholes.forEach(row -> row.touch(pays));
        basket.lines().stream().map(Line::store).distinct().forEach(store -> sums.row(Breakdown.STORE, store).touch(pays));
    }

    private void side(BookSide side) {
        Receipt receipt = priced.on(side);
        long later = receipt.savedLater().minor();
        for (RowSums row : wholes) {
            row.add(side, SumKind.ORDERS, 1);
            row.add(side, SumKind.TO_PAY, receipt.total().minor());
            row.add(side, SumKind.SAVING, receipt.discount().minor());
            row.add(side, SumKind.LATER, later);
            funders(row, side, receipt.funders());
            simplicity(row, side, receipt.look().simplicity());
        }
        belowFloor(side, receipt);
        receipt.applied().forEach(one -> applied(side, one));
        receipt.later().forEach(one -> later(side, one));
        promotions(side, receipt);
        receipt.rejected().forEach(one -> nearMiss(side, receipt, one));
        paidBy(side, receipt);
        stores(side, receipt);
    }

    private static void funders(RowSums row, BookSide side, Funders funders) {
        row.add(side, SumKind.PLATFORM, funders.platform().minor());
        row.add(side, SumKind.STORES, funders.store().minor());
    }

    private static void simplicity(RowSums row, BookSide side, SimplicityView seen) {
        if (seen.isScored()) {
            row.add(side, SumKind.SCORED, 1);
            row.add(side, SumKind.SCORE, Tenths.of(seen.score()));
        }
    }

    private void belowFloor(BookSide side, Receipt receipt) {
        SimplicityView seen = receipt.look().simplicity();
        if (seen.isScored() && seen.score() < books.on(side).simplicityFloor(basket.market(), basket.channel())) {
            wholes.forEach(row -> row.add(side, SumKind.BELOW_FLOOR, 1));
        }
    }

    private void applied(BookSide side, Applied one) {
        taken(sums.row(Breakdown.PROMOTION, one.id()), side, one);
        taken(sums.row(Breakdown.LAYER, one.layer().key()), side, one);
        simplicity(sums.row(Breakdown.PROMOTION, one.id()), side, one.simplicity());
    }

    private static void taken(RowSums row, BookSide side, Applied one) {
        row.add(side, SumKind.SAVING, one.discount().minor());
        funders(row, side, one.funders());
    }

    private void later(BookSide side, Later one) {
        RowSums row = sums.row(Breakdown.PROMOTION, one.id());
        row.add(side, SumKind.LATER, one.amount().minor());
        simplicity(row, side, one.simplicity());
    }

    /** Each order once, however many of its offers it keeps. */
    private void promotions(BookSide side, Receipt receipt) {
        Set<String> promotions = new HashSet<>();
        Set<String> layers = new HashSet<>();
        receipt.applied().forEach(one -> promotions.add(one.id()));
        receipt.applied().forEach(one -> layers.add(one.layer().key()));
        receipt.later().forEach(one -> promotions.add(one.id()));
        promotions.forEach(id -> sums.row(Breakdown.PROMOTION, id).add(side, SumKind.ORDERS, 1));
        layers.forEach(layer -> sums.row(Breakdown.LAYER, layer).add(side, SumKind.ORDERS, 1));
    }

    private void nearMiss(BookSide side, Receipt receipt, Rejected one) {
        boolean near = one.gap().isPresent()
                ? one.gap().get().minor() <= receipt.subtotal().minor() / NEAR_PART
                : one.itemsGap().orElse(Long.MAX_VALUE) == 1;
        if (near) {
            sums.row(Breakdown.PROMOTION, one.id()).add(side, SumKind.NEAR_MISSES, 1);
            wholes.forEach(row -> row.add(side, SumKind.NEAR_MISSES, 1));
        }
    }

    private void paidBy(BookSide side, Receipt receipt) {
        Money platformLater = later(receipt, Funders::platform);
        Money storesLater = later(receipt, Funders::store);
        paidBy(side, "platform", receipt.funders().platform(), platformLater);
        paidBy(side, "stores", receipt.funders().store(), storesLater);
    }

    private static Money later(Receipt receipt, java.util.function.Function<Funders, Money> whose) {
        Money sum = Money.zero(receipt.currency());
        for (Later one : receipt.later()) {
            sum = sum.plus(whose.apply(one.funders()));
        }
        return sum;
    }

    private void paidBy(BookSide side, String funder, Money now, Money later) {
        RowSums row = sums.row(Breakdown.FUNDER, funder);
        row.add(side, SumKind.ORDERS, now.isZero() && later.isZero() ? 0 : 1);
        row.add(side, SumKind.SAVING, now.minor());
        row.add(side, SumKind.LATER, later.minor());
    }

    /** Of an order of one store all is that store's, so nothing has to be shared out. */
    private void stores(BookSide side, Receipt receipt) {
        String first = basket.lines().get(0).store();
        boolean alone = true;
        for (Line line : basket.lines()) {
            alone &= line.store().equals(first);
        }
        if (alone) {
            Money exact = receipt.subtotal().plus(receipt.shipping()).minus(receipt.discount());
            store(side, new StoreTotal(first, receipt.subtotal(), receipt.shipping(), receipt.discount(), exact, receipt.funders()));
        } else {
            receipt.stores().forEach(store -> store(side, store));
        }
    }

    private void store(BookSide side, StoreTotal store) {
        RowSums row = sums.row(Breakdown.STORE, store.store());
        row.add(side, SumKind.ORDERS, 1);
        row.add(side, SumKind.TO_PAY, store.total().minor());
        row.add(side, SumKind.SAVING, store.discount().minor());
        funders(row, side, store.funders());
    }
}
