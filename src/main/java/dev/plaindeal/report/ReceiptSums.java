package dev.plaindeal.report;

import dev.plaindeal.model.Money;
import dev.plaindeal.report.Receipt.Allocation;
import dev.plaindeal.report.Receipt.Applied;
import dev.plaindeal.report.Receipt.LinePrice;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Whether a receipt that was read adds up, to the minor unit: totals, lines, shares and funders. */
final class ReceiptSums {

    private final Receipt receipt;
    private final JsonSpot root;
    private final Map<String, Money> offLine = new HashMap<>();

    private ReceiptSums(Receipt receipt, JsonSpot root) {
        this.receipt = receipt;
        this.root = root;
    }

    static void check(Receipt receipt, JsonSpot root) {
        try {
            new ReceiptSums(receipt, root).check();
        } catch (ArithmeticException tooLarge) {
            root.problem("does-not-add-up", "The amounts are too large to be added");
        }
    }

    private void check() {
        Money list = receipt.subtotal().plus(receipt.shipping());
        same("total", list.minus(receipt.discount()), receipt.total(), "list price and shipping less the discount");
        same("discount", sum(receipt.applied(), Applied::discount), receipt.discount(), "the sum of the promotions");
        same("subtotal", sum(receipt.lines(), LinePrice::list), receipt.subtotal(), "the sum of the lines");
        for (int i = 0; i < receipt.applied().size(); i++) {
            applied(receipt.applied().get(i), root.at("applied").item(i));
        }
        lines();
        same("funders", receipt.funders().platform().plus(receipt.funders().store()), receipt.discount(), "the discount");
    }

    private void applied(Applied applied, JsonSpot spot) {
        same(spot, "allocations", sum(applied.allocations(), Allocation::amount), applied.discount(), "the discount");
        same(spot, "funders", sum(applied.allocations(), Allocation::platform), applied.funders().platform(),
                "the platform's shares");
        same(spot, "funders", applied.funders().platform().plus(applied.funders().store()), applied.discount(),
                "the discount");
        for (Allocation share : applied.allocations()) {
            if (share.on() == Allocation.On.LINE) {
                offLine.merge(share.name(), share.amount(), Money::plus);
            }
        }
    }

    private void lines() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < receipt.lines().size(); i++) {
            LinePrice line = receipt.lines().get(i);
            JsonSpot spot = root.at("lines").item(i);
            Money off = offLine.getOrDefault(line.line(), Money.zero(receipt.currency()));
            same(spot, "net", line.list().minus(off), line.net(), "the list price less the shares of the promotions");
            if (!seen.add(line.line())) {
                spot.at("line").problem("line-twice", "The line " + line.line() + " is given twice");
            }
            if (line.list().minor() % line.quantity() != 0) {
                spot.at("list").problem("does-not-add-up", "It does not divide by the quantity");
            }
        }
        if (!seen.containsAll(offLine.keySet())) {
            root.at("applied").problem("unknown-line", "A share is of a line that is not there");
        }
    }

    private <T> Money sum(List<T> all, Function<T, Money> amount) {
        return all.stream().map(amount).reduce(Money.zero(receipt.currency()), Money::plus);
    }

    private void same(String field, Money expected, Money found, String what) {
        same(root, field, expected, found, what);
    }

    private static void same(JsonSpot spot, String field, Money expected, Money found, String what) {
        if (expected.minor() != found.minor()) {
            spot.at(field).problem("does-not-add-up", "It is not " + what);
        }
    }
}
