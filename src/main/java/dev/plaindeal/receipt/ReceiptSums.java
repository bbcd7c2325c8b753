package dev.plaindeal.receipt;

import dev.plaindeal.basket.Basket;
import dev.plaindeal.basket.Line;
import dev.plaindeal.language.Frame;
import dev.plaindeal.money.Money;
import dev.plaindeal.offer.Payout;
import dev.plaindeal.offer.Quota;
import dev.plaindeal.policy.Layer;
import dev.plaindeal.problem.Place;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.receipt.Receipt.Allocation;
import dev.plaindeal.receipt.Receipt.Applied;
import dev.plaindeal.receipt.Receipt.BalancePayment;
import dev.plaindeal.receipt.Receipt.Funders;
import dev.plaindeal.receipt.Receipt.Later;
import dev.plaindeal.receipt.Receipt.LinePrice;
import dev.plaindeal.receipt.Receipt.Reserve;
import dev.plaindeal.receipt.Receipt.StoreTotal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Whether a receipt adds up, to the minor unit, and holds nothing twice and nothing beyond its range: totals, lines, stores,
 * shares of promotions, what is promised for later, funders, shipping fees, reserves and the headline.
 *
 * <p>A receipt that was edited is no ground for a refund, so everything that money is given back by is held against
 * something else here. What an engine made always adds up.
 */
public final class ReceiptSums {

    private static final String SUMS = "does-not-add-up";

    private final Receipt receipt;
    private final String file;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, Money> offLine = new HashMap<>();
    private final Map<String, Money> net = new HashMap<>();
    private final Map<String, String> storeOf = new HashMap<>();
    private final Map<String, Money> goodsOfStore = new HashMap<>();
    private final Map<String, Money> offStore = new HashMap<>();
    private final Map<String, Money> platformOfStore = new HashMap<>();
    private final Map<String, Money> offFee = new HashMap<>();

    private ReceiptSums(Receipt receipt, String file) {
        this.receipt = receipt;
        this.file = file;
    }

    /**
     * What does not add up, each with its JSON pointer; nothing where all does.
     *
     * @param file name for the places of problems
     */
    public static List<Problem> check(Receipt receipt, String file) {
        ReceiptSums sums = new ReceiptSums(receipt, file);
        try {
            sums.check();
        } catch (ArithmeticException tooLargeOrMixed) {
            sums.problem(SUMS, "", "The amounts are too large to be added, or in several currencies");
        }
        return List.copyOf(sums.problems);
    }

    private void check() {
        lines();
        for (int i = 0; i < receipt.applied().size(); i++) {
            applied(receipt.applied().get(i), "/applied/" + i);
        }
        for (int i = 0; i < receipt.later().size(); i++) {
            later(receipt.later().get(i), "/later/" + i);
        }
        nets();
        totals();
        shipping();
        storeTotals();
        funders("/funders", receipt.funders(), receipt.discount());
        for (int i = 0; i < receipt.balances().size(); i++) {
            balance(receipt.balances().get(i), "/balances/" + i);
        }
        notNegative("/toPay", receipt.toPay());
        reserves();
        headline();
    }

    private void lines() {
        if (receipt.lines().isEmpty() || receipt.lines().size() > Basket.MOST_LINES) {
            problem("out-of-range", "/lines", "A receipt has 1 to " + Basket.MOST_LINES + " lines, not " + receipt.lines().size());
        }
        for (int i = 0; i < receipt.lines().size(); i++) {
            line(receipt.lines().get(i), "/lines/" + i);
        }
    }

    private void line(LinePrice line, String at) {
        if (storeOf.put(line.line(), line.store()) != null) {
            problem("line-twice", at + "/line", "The line " + line.line() + " is given twice");
        }
        net.put(line.line(), line.net());
        goodsOfStore.merge(line.store(), line.list(), Money::plus);
        notNegative(at + "/list", line.list());
        if (line.quantity() < 1 || line.quantity() > Line.MOST) {
            problem("out-of-range", at + "/quantity", "A quantity is from 1 to " + Line.MOST + ", not " + line.quantity());
        } else if (line.list().minor() % line.quantity() != 0) {
            problem(SUMS, at + "/list", line.list() + " is not the price of " + line.quantity() + " units that cost the same");
        }
    }

    private void applied(Applied applied, String at) {
        if (!applied.store().isEmpty() && !goodsOfStore.containsKey(applied.store())) {
            problem("unknown-store", at + "/store", "No line is sold by the store " + applied.store());
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < applied.allocations().size(); i++) {
            Allocation share = applied.allocations().get(i);
            share(share, applied, at + "/allocations/" + i);
            if (!seen.add(share.on() + " " + share.name())) {
                problem("share-twice", at + "/allocations/" + i, "The promotion has a share of " + share.name() + " already");
            }
        }
        applied.gift().ifPresent(gift -> gift(gift, applied, at));
        same(at + "/discount", applied.discount(), sum(applied.allocations(), Allocation::amount), "its shares");
        same(at + "/funders/platform", applied.funders().platform(), sum(applied.allocations(), Allocation::platform),
                "the platform's parts of its shares");
        funders(at + "/funders", applied.funders(), applied.discount());
    }

    /** A promise is of goods, of no more than is paid for each line, and of whole points. */
    private void later(Later promise, String at) {
        if (!promise.store().isEmpty() && !goodsOfStore.containsKey(promise.store())) {
            problem("unknown-store", at + "/store", "No line is sold by the store " + promise.store());
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < promise.allocations().size(); i++) {
            Allocation share = promise.allocations().get(i);
            promised(share, promise, at + "/allocations/" + i);
            if (!seen.add(share.name())) {
                problem("share-twice", at + "/allocations/" + i, "The promotion has a share of " + share.name() + " already");
            }
        }
        same(at + "/amount", promise.amount(), sum(promise.allocations(), Allocation::amount), "its shares");
        same(at + "/funders/platform", promise.funders().platform(), sum(promise.allocations(), Allocation::platform),
                "the platform's parts of its shares");
        funders(at + "/funders", promise.funders(), promise.amount());
        points(promise, at + "/points");
    }

    private void promised(Allocation share, Later promise, String at) {
        String store = storeOf.getOrDefault(share.name(), "");
        if (share.on() == Allocation.On.SHIPPING || store.isEmpty()) {
            problem("unknown-line", at, "There is no line " + share.name());
        } else if (!promise.store().isEmpty() && !promise.store().equals(store)) {
            problem(SUMS, at + "/line", "A promotion of the store " + promise.store() + " promises nothing for what " + store + " sells");
        }
        if (share.amount().minor() <= 0) {
            problem(SUMS, at + "/amount", "A share is more than nothing");
        }
        if (share.amount().compareTo(net.getOrDefault(share.name(), nothing())) > 0) {
            problem(SUMS, at + "/amount", share.amount() + " is more than what is paid for the line " + share.name());
        }
        notNegative(at + "/platform", share.platform());
        if (share.platform().compareTo(share.amount()) > 0) {
            problem(SUMS, at + "/platform", share.platform() + " is more than the share of " + share.amount());
        }
    }

    private void points(Later promise, String at) {
        if (promise.points().isPresent() != (promise.kind() == Payout.Kind.POINTS)) {
            problem(SUMS, at, "Points are told where points are promised, and nowhere else");
        } else if (promise.points().isPresent()
                && (promise.points().getAsLong() < 1 || promise.amount().minor() % promise.points().getAsLong() != 0)) {
            problem(SUMS, at, promise.amount() + " is not the worth of " + promise.points().getAsLong() + " points");
        }
    }

    private void gift(Receipt.AddedGift gift, Applied applied, String at) {
        if (!applied.allocations().isEmpty()) {
            problem(SUMS, at + "/allocations", "A gift takes nothing off");
        }
        if (gift.quantity() < 1 || gift.quantity() > Line.MOST) {
            problem("out-of-range", at + "/gift/quantity", "A quantity is from 1 to " + Line.MOST + ", not " + gift.quantity());
        }
        if (gift.worth().isPresent() && gift.worth().get().minor() <= 0) {
            problem("out-of-range", at + "/gift/worth", "What a gift is worth is more than nothing");
        }
    }

    private void share(Allocation share, Applied applied, String at) {
        boolean ofLine = share.on() == Allocation.On.LINE;
        String place = at + (ofLine ? "/line" : "/shipping");
        String store = ofLine ? storeOf.getOrDefault(share.name(), "") : share.name();
        if (!goodsOfStore.containsKey(store)) {
            problem(ofLine ? "unknown-line" : "unknown-store", place,
                    ofLine ? "There is no line " + share.name() : "No line is sold by the store " + share.name());
        } else if (!applied.store().isEmpty() && !applied.store().equals(store)) {
            problem(SUMS, place, "A promotion of the store " + applied.store() + " takes nothing off what " + store + " sells");
        }
        if (ofLine == (applied.layer().slot() == Layer.Slot.FEE)) {
            problem(SUMS, place, "The layer " + applied.layer().key() + " takes nothing off " + (ofLine ? "goods" : "shipping"));
        }
        if (share.amount().minor() <= 0) {
            problem(SUMS, at + "/amount", "A share is more than nothing");
        }
        notNegative(at + "/platform", share.platform());
        if (share.platform().compareTo(share.amount()) > 0) {
            problem(SUMS, at + "/platform", share.platform() + " is more than the share of " + share.amount());
        }
        offStore.merge(store, share.amount(), Money::plus);
        platformOfStore.merge(store, share.platform(), Money::plus);
        (ofLine ? offLine : offFee).merge(share.name(), share.amount(), Money::plus);
    }

    private void nets() {
        for (int i = 0; i < receipt.lines().size(); i++) {
            LinePrice line = receipt.lines().get(i);
            Money off = offLine.getOrDefault(line.line(), nothing());
            String at = "/lines/" + i + "/net";
            notNegative(at, line.net());
            same(at, line.net(), line.list().minus(off), "the list price less the shares of the promotions");
        }
    }

    private void totals() {
        Money list = receipt.subtotal().plus(receipt.shipping());
        if (list.minor() > Basket.LARGEST_TOTAL) {
            problem("out-of-range", "/subtotal", "No basket costs " + list);
        }
        notNegative("/shipping", receipt.shipping());
        notNegative("/total", receipt.total());
        same("/subtotal", receipt.subtotal(), sum(receipt.lines(), LinePrice::list), "the lines");
        same("/discount", receipt.discount(), sum(receipt.applied(), Applied::discount), "the promotions");
        Money exact = list.minus(receipt.discount());
        Money rounding = receipt.rounding().map(Receipt.Rounding::amount).orElse(nothing());
        receipt.rounding().ifPresent(one -> same(
                "/rounding/amount", one.amount(), one.step().rounding(exact), "what makes " + exact + " a multiple of " + one.step().step()));
        same("/total", receipt.total(), exact.plus(rounding), receipt.rounding().isEmpty()
                ? "list price and shipping less the discount"
                : "list price and shipping less the discount, rounded");
        same("/funders/platform", receipt.funders().platform(),
                sum(receipt.applied(), applied -> applied.funders().platform()), "what the platform pays of the promotions");
    }

    private void shipping() {
        Money off = nothing();
        for (Applied applied : receipt.applied()) {
            off = off.plus(sum(
                    applied.allocations().stream().filter(share -> share.on() == Allocation.On.SHIPPING).toList(),
                    Allocation::amount));
        }
        if (off.compareTo(receipt.shipping()) > 0) {
            problem(SUMS, "/shipping", off + " is taken off shipping fees of " + receipt.shipping());
        }
    }

    /** Receipts of earlier versions have none; where there are some, every store is among them. */
    private void storeTotals() {
        if (receipt.stores().isEmpty()) {
            return;
        }
        Set<String> told = new HashSet<>();
        for (int i = 0; i < receipt.stores().size(); i++) {
            StoreTotal total = receipt.stores().get(i);
            if (!told.add(total.store())) {
                problem("store-twice", "/stores/" + i + "/store", "The store " + total.store() + " is given twice");
            }
            storeTotal(total, "/stores/" + i);
        }
        goodsOfStore.keySet().stream().filter(store -> !told.contains(store)).sorted()
                .forEach(store -> problem(SUMS, "/stores", "The totals of the store " + store + " are missing"));
        same("/stores", sum(receipt.stores(), StoreTotal::shipping), receipt.shipping(), "the shipping of the receipt");
    }

    private void storeTotal(StoreTotal total, String at) {
        same(at + "/subtotal", total.subtotal(), goodsOfStore.getOrDefault(total.store(), nothing()), "its lines");
        notNegative(at + "/shipping", total.shipping());
        Money offFees = offFee.getOrDefault(total.store(), nothing());
        if (offFees.compareTo(total.shipping()) > 0) {
            problem(SUMS, at + "/shipping", offFees + " is taken off a shipping fee of " + total.shipping());
        }
        same(at + "/discount", total.discount(), offStore.getOrDefault(total.store(), nothing()), "the shares of the promotions");
        same(at + "/total", total.total(), total.subtotal().plus(total.shipping()).minus(total.discount()),
                "list price and shipping less the discount");
        same(at + "/funders/platform", total.funders().platform(), platformOfStore.getOrDefault(total.store(), nothing()),
                "the platform's parts of those shares");
        funders(at + "/funders", total.funders(), total.discount());
    }

    private void funders(String at, Funders funders, Money discount) {
        notNegative(at + "/platform", funders.platform());
        notNegative(at + "/store", funders.store());
        same(at, funders.platform().plus(funders.store()), discount, "the discount");
    }

    private void balance(BalancePayment payment, String at) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < payment.allocations().size(); i++) {
            Allocation share = payment.allocations().get(i);
            String place = at + "/allocations/" + i;
            boolean ofLine = share.on() == Allocation.On.LINE;
            if (!(ofLine ? storeOf.containsKey(share.name()) : goodsOfStore.containsKey(share.name()))) {
                problem(ofLine ? "unknown-line" : "unknown-store", place, "There is nothing of " + share.name() + " to pay for");
            }
            if (!seen.add(share.on() + " " + share.name())) {
                problem("share-twice", place, "The balance has a share of " + share.name() + " already");
            }
            if (share.amount().minor() <= 0 || share.platform().minor() < 0 || share.platform().compareTo(share.amount()) > 0) {
                problem(SUMS, place, "A share is more than nothing, and no less than the platform's part of it");
            }
        }
        same(at + "/amount", payment.amount(), sum(payment.allocations(), Allocation::amount), "its shares");
        same(at + "/funders/platform", payment.funders().platform(), sum(payment.allocations(), Allocation::platform),
                "the platform's parts of its shares");
        funders(at + "/funders", payment.funders(), payment.amount());
        if (payment.units() < 1 || payment.amount().minor() % payment.units() != 0) {
            problem(SUMS, at + "/units", payment.amount() + " is not " + payment.units() + " units that are worth the same");
        }
        boolean setAside = receipt.reserves().stream()
                .anyMatch(one -> one.key().equals("balance/" + payment.name()) && one.uses() == payment.units() && one.id().equals(payment.id()));
        if (!setAside) {
            problem(SUMS, at + "/units", payment.units() + " units of " + payment.name() + " are not what is set aside of it");
        }
    }

    private void reserves() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < receipt.reserves().size(); i++) {
            Reserve reserve = receipt.reserves().get(i);
            String at = "/reserves/" + i;
            boolean known = receipt.applied().stream().anyMatch(applied -> applied.id().equals(reserve.id()))
                    || receipt.later().stream().anyMatch(later -> later.id().equals(reserve.id()))
                    || receipt.balances().stream().anyMatch(payment -> payment.id().equals(reserve.id()));
            if (!known) {
                problem("unknown-promotion", at + "/id", "The promotion " + reserve.id() + " is not applied");
            }
            String once = reserve.key().startsWith(Quota.OF_FUND) ? reserve.id() + " " + reserve.key() : reserve.key();
            if (!seen.add(once)) {
                problem("reserve-twice", at + "/key", "The key " + reserve.key() + " is given twice");
            }
            if (reserve.code().isEmpty()) {
                Money given = given(one -> counts(reserve, one.id(), one.store()), one -> counts(reserve, one.id(), one.store()))
                        .plus(sum(receipt.balances().stream().filter(one -> one.id().equals(reserve.id())).toList(), BalancePayment::amount));
                same(at + "/amount", reserve.amount(), given, "what the promotion takes off");
            } else {
                Money given = given(one -> one.code().equals(reserve.code()), one -> one.code().equals(reserve.code()))
                        .plus(sum(receipt.balances().stream().filter(one -> one.code().equals(reserve.code())).toList(), BalancePayment::amount));
                same(at + "/amount", reserve.amount(), given, "what the code takes off");
            }
        }
    }

    /** Where each store is counted alone, the key names it. */
    private static boolean counts(Reserve reserve, String promotion, String store) {
        String ofStores = reserve.id() + Quota.OF_STORE;
        boolean ofThis = (reserve.key() + "/").startsWith(ofStores + Quota.part(store) + "/");
        return promotion.equals(reserve.id()) && (ofThis || !reserve.key().startsWith(ofStores));
    }

    /** What comes off and what is promised for later. */
    private Money given(Predicate<Applied> off, Predicate<Later> promised) {
        return sum(receipt.applied().stream().filter(off).toList(), Applied::discount)
                .plus(sum(receipt.later().stream().filter(promised).toList(), Later::amount));
    }

    /** What is announced may be measured from another price, or not be announced at all; what is to pay is the total. */
    private void headline() {
        Headline headline = receipt.look().headline();
        same("/headline/pay", headline.pay(), receipt.total(), "the total");
        Money announced = headline.frame() == Frame.NONE ? nothing() : receipt.discount();
        if (headline.basis() == BasePrice.LIST) {
            same("/headline/saving", headline.saving(), announced, "the discount announced");
        }
        headline.prior().ifPresent(prior -> same(
                "/headline/saving", headline.saving(), prior.minus(sum(receipt.lines(), Receipt.LinePrice::net)), "the goods below their prior price"));
    }

    private Money nothing() {
        return Money.zero(receipt.currency());
    }

    private <T> Money sum(List<T> all, Function<T, Money> amount) {
        return all.stream().map(amount).reduce(nothing(), Money::plus);
    }

    private void notNegative(String pointer, Money amount) {
        if (amount.minor() < 0) {
            problem("negative-amount", pointer, "No amount here is below zero");
        }
    }

    private void same(String pointer, Money found, Money expected, String what) {
        if (found.compareTo(expected) != 0) {
            problem(SUMS, pointer, found + " is not " + expected + ", which is " + what);
        }
    }

    private void problem(String code, String pointer, String message) {
        problems.add(Problem.error(code, new Place(file, 0, 0, pointer, ""), message, ""));
    }
}
