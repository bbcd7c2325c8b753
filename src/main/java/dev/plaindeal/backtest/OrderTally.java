package dev.plaindeal.backtest;

import dev.plaindeal.EnginePair;
import dev.plaindeal.basket.Basket;
import dev.plaindeal.basket.Line;
import dev.plaindeal.money.Money;
import dev.plaindeal.receipt.Receipt.Applied;
import dev.plaindeal.receipt.Receipt.Funders;
import dev.plaindeal.receipt.Receipt.Later;
import dev.plaindeal.receipt.Receipt.StoreTotal;
import dev.plaindeal.receipt.Receipt;
import dev.plaindeal.receipt.Shortfall;
import dev.plaindeal.receipt.SimplicityView;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Adds one order to the sums of its currency. For one thread. */
final class OrderTally {

    /** A promotion is nearly missed where it wants at most this part more than the goods cost. */
    private static final long NEAR_PART = 5;

    private static final List<BookSide> BEFORE = List.of(BookSide.BEFORE);
    private static final List<BookSide> AFTER = List.of(BookSide.AFTER);
    /** Of an order that was priced once. */
    private static final List<BookSide> BOTH = List.of(BookSide.BEFORE, BookSide.AFTER);

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
        workOut(priced.basket(), priced.receipts().before());
        workOut(priced.basket(), priced.receipts().after());
        OrderTally tally = new OrderTally(books, sums, priced);
        if (priced.isPricedOnce()) {
            tally.add(BOTH, priced.receipts().before());
        } else {
            tally.add(BEFORE, priced.receipts().before());
            tally.add(AFTER, priced.receipts().after());
        }
        if (priced.isTouched()) {
            tally.touch();
        }
    }

    /** An order is added whole or is bad: what may yet fail has to fail before anything is added. */
    private static void workOut(Basket basket, EnginePair.CountedReceipt one) {
        one.shortfalls().size();
        one.receipt().applied().size();
        one.receipt().later().size();
        if (basket.isOfSeveralStores()) {
            one.receipt().stores().size();
        }
    }

    private String day() {
        return LocalDate.ofInstant(basket.at(), books.clock(basket.market())).toString();
    }

    private void touch() {
        long pays = priced.morePaid().minor();
        wholes.forEach(row -> row.touch(pays));
        basket.lines().stream().map(Line::store).distinct().forEach(store -> sums.row(Breakdown.STORE, store).touch(pays));
    }

    /** Under these rules. */
    private void add(List<BookSide> sides, EnginePair.CountedReceipt one) {
        Receipt receipt = one.receipt();
        long later = receipt.savedLater().minor();
        for (RowSums row : wholes) {
            row.add(sides, SumKind.ORDERS, 1);
            row.add(sides, SumKind.TO_PAY, receipt.total().minor());
            row.add(sides, SumKind.SAVING, receipt.discount().minor());
            row.add(sides, SumKind.LATER, later);
            funders(row, sides, receipt.funders());
            simplicity(row, sides, receipt.look().simplicity());
        }
        belowFloor(sides, receipt);
        receipt.applied().forEach(each -> applied(sides, each));
        receipt.later().forEach(each -> later(sides, each));
        promotions(sides, receipt);
        one.shortfalls().forEach(each -> nearMiss(sides, receipt, each));
        paidBy(sides, receipt);
        stores(sides, receipt);
    }

    private static void funders(RowSums row, List<BookSide> sides, Funders funders) {
        row.add(sides, SumKind.PLATFORM, funders.platform().minor());
        row.add(sides, SumKind.STORES, funders.store().minor());
    }

    private static void simplicity(RowSums row, List<BookSide> sides, SimplicityView seen) {
        if (seen.isScored()) {
            row.add(sides, SumKind.SCORED, 1);
            row.add(sides, SumKind.SCORE, Tenths.of(seen.score()));
        }
    }

    private void belowFloor(List<BookSide> sides, Receipt receipt) {
        SimplicityView seen = receipt.look().simplicity();
        for (BookSide side : seen.isScored() ? sides : List.<BookSide>of()) {
            if (seen.score() < books.on(side).simplicityFloor(basket.market(), basket.channel())) {
                wholes.forEach(row -> row.add(List.of(side), SumKind.BELOW_FLOOR, 1));
            }
        }
    }

    private void applied(List<BookSide> sides, Applied one) {
        taken(sums.row(Breakdown.PROMOTION, one.id()), sides, one);
        taken(sums.row(Breakdown.LAYER, one.layer().key()), sides, one);
        simplicity(sums.row(Breakdown.PROMOTION, one.id()), sides, one.simplicity());
    }

    private static void taken(RowSums row, List<BookSide> sides, Applied one) {
        row.add(sides, SumKind.SAVING, one.discount().minor());
        funders(row, sides, one.funders());
    }

    private void later(List<BookSide> sides, Later one) {
        RowSums row = sums.row(Breakdown.PROMOTION, one.id());
        row.add(sides, SumKind.LATER, one.amount().minor());
        simplicity(row, sides, one.simplicity());
    }

    /** Each order once, however many of its offers it keeps. */
    private void promotions(List<BookSide> sides, Receipt receipt) {
        if (receipt.applied().isEmpty() && receipt.later().isEmpty()) {
            return;
        }
        Set<String> promotions = new HashSet<>();
        Set<String> layers = new HashSet<>();
        receipt.applied().forEach(one -> promotions.add(one.id()));
        receipt.applied().forEach(one -> layers.add(one.layer().key()));
        receipt.later().forEach(one -> promotions.add(one.id()));
        promotions.forEach(id -> sums.row(Breakdown.PROMOTION, id).add(sides, SumKind.ORDERS, 1));
        layers.forEach(layer -> sums.row(Breakdown.LAYER, layer).add(sides, SumKind.ORDERS, 1));
    }

    private void nearMiss(List<BookSide> sides, Receipt receipt, Shortfall one) {
        boolean near = one.gap().isPresent()
                ? one.gap().get().minor() <= receipt.subtotal().minor() / NEAR_PART
                : one.itemsGap().orElse(Long.MAX_VALUE) == 1;
        if (near) {
            sums.row(Breakdown.PROMOTION, one.promotion()).add(sides, SumKind.NEAR_MISSES, 1);
            wholes.forEach(row -> row.add(sides, SumKind.NEAR_MISSES, 1));
        }
    }

    private void paidBy(List<BookSide> sides, Receipt receipt) {
        Money platformLater = later(receipt, Funders::platform);
        Money storesLater = later(receipt, Funders::store);
        paidBy(sides, "platform", receipt.funders().platform(), platformLater);
        paidBy(sides, "stores", receipt.funders().store(), storesLater);
    }

    private static Money later(Receipt receipt, java.util.function.Function<Funders, Money> whose) {
        Money sum = Money.zero(receipt.currency());
        for (Later one : receipt.later()) {
            sum = sum.plus(whose.apply(one.funders()));
        }
        return sum;
    }

    private void paidBy(List<BookSide> sides, String funder, Money now, Money later) {
        RowSums row = sums.row(Breakdown.FUNDER, funder);
        row.add(sides, SumKind.ORDERS, now.isZero() && later.isZero() ? 0 : 1);
        row.add(sides, SumKind.SAVING, now.minor());
        row.add(sides, SumKind.LATER, later.minor());
    }

    /** Of an order of one store all is that store's, so nothing has to be shared out. */
    private void stores(List<BookSide> sides, Receipt receipt) {
        if (!basket.isOfSeveralStores()) {
            String first = basket.lines().get(0).store();
            Money exact = receipt.subtotal().plus(receipt.shipping()).minus(receipt.discount());
            store(sides, new StoreTotal(first, receipt.subtotal(), receipt.shipping(), receipt.discount(), exact, receipt.funders()));
        } else {
            receipt.stores().forEach(store -> store(sides, store));
        }
    }

    private void store(List<BookSide> sides, StoreTotal store) {
        RowSums row = sums.row(Breakdown.STORE, store.store());
        row.add(sides, SumKind.ORDERS, 1);
        row.add(sides, SumKind.TO_PAY, store.total().minor());
        row.add(sides, SumKind.SAVING, store.discount().minor());
        funders(row, sides, store.funders());
    }
}
