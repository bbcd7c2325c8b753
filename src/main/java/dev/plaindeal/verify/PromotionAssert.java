package dev.plaindeal.verify;

import dev.plaindeal.money.Money;
import dev.plaindeal.problem.Nearest;
import dev.plaindeal.receipt.Receipt.Allocation;
import dev.plaindeal.receipt.Receipt.Applied;
import dev.plaindeal.receipt.Receipt.Rejected;
import dev.plaindeal.receipt.Receipt;
import dev.plaindeal.stack.Reason;
import dev.plaindeal.text.Visible;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What is said of one promotion in one basket; every sentence either holds or throws {@link AssertionError}. */
public final class PromotionAssert {

    private final String promotion;
    private final Receipt receipt;
    private final List<Applied> applied;
    private final List<Rejected> refused;

    PromotionAssert(String promotion, Receipt receipt) {
        this.promotion = promotion;
        this.receipt = receipt;
        this.applied = receipt.applied().stream().filter(one -> one.id().equals(promotion)).toList();
        this.refused = receipt.rejected().stream().filter(one -> one.id().equals(promotion)).toList();
    }

    /**
     * It takes this off in all, goods and shipping, exactly.
     *
     * @param amount in major units of the basket's currency, for instance {@code "4.80"}
     */
    public PromotionAssert takesOff(String amount) {
        Money expected = Money.of(amount, receipt.currency());
        require(applied.isEmpty() || !expected.equals(taken()) ? amount + " off" : "", Map.of());
        return this;
    }

    /**
     * It takes these shares off, and none anywhere else.
     *
     * @param amounts by the id of the line, or the store whose shipping fee it is, in major units
     */
    public PromotionAssert takesOff(Map<String, String> amounts) {
        Map<String, Money> expected = new TreeMap<>();
        amounts.forEach((name, amount) -> expected.put(name, Money.of(amount, receipt.currency())));
        require(expected.equals(shares()) ? "" : "these shares", expected);
        return this;
    }

    /** It is applied, whatever it takes off; a gift takes nothing off. */
    public PromotionAssert isApplied() {
        require(applied.isEmpty() ? "to be applied" : "", Map.of());
        return this;
    }

    /**
     * It gives nothing, for this reason.
     *
     * @param reason a reason's word as receipts have it, for instance {@code "ended"}
     * @throws IllegalArgumentException when there is no such reason
     */
    public PromotionAssert isRefusedBecause(String reason) {
        List<String> reasons = Arrays.stream(Reason.values()).map(Reason::key).toList();
        if (!reasons.contains(reason)) {
            throw new IllegalArgumentException(
                    ("there is no reason " + reason + ". " + Nearest.hint(reason, reasons, "")).strip());
        }
        boolean holds = applied.isEmpty() && refused.stream().anyMatch(one -> one.reason().equals(reason));
        require(holds ? "" : "to be refused, " + reason, Map.of());
        return this;
    }

    /**
     * It gives nothing, refused or not even asked for.
     *
     * @param why what you know of the matter, in your own words; shown when it does have an impact
     */
    public PromotionAssert hasNoImpact(String why) {
        require(applied.isEmpty() ? "" : "no impact, because " + why, Map.of());
        return this;
    }

    private Money taken() {
        return applied.stream().map(Applied::discount).reduce(Money.zero(receipt.currency()), Money::plus);
    }

    private Map<String, Money> shares() {
        Map<String, Money> shares = new TreeMap<>();
        applied.stream().flatMap(one -> one.allocations().stream()).forEach(share ->
                shares.merge(share.name(), share.amount(), Money::plus));
        return shares;
    }

    private void require(String unmet, Map<String, Money> expected) {
        if (!unmet.isEmpty()) {
            throw new AssertionError(Visible.line(promotion + " in basket " + receipt.basket()) + "\n  expected: " + unmet
                    + "\n  actual:   " + actual() + "\n" + lines(expected) + others());
        }
    }

    private String actual() {
        if (!applied.isEmpty()) {
            return taken().text() + " off";
        }
        if (refused.isEmpty()) {
            return "it does not come up: its conditions do not fit this basket";
        }
        return String.join("; ", refused.stream().map(one -> "refused, " + one.reason() + ": " + one.message()).toList());
    }

    /** Every line with what it takes off there; with what it should, where that was said. */
    private String lines(Map<String, Money> expected) {
        StringBuilder text = new StringBuilder();
        Map<String, Money> shares = shares();
        row(text, "line", "list", "net", expected.isEmpty() ? "" : "expected", "takes off");
        for (Receipt.LinePrice line : receipt.lines()) {
            row(text, line.line() + " " + line.sku(), line.list().text(), line.net().text(),
                    said(expected, line.line()), shown(shares, line.line()));
        }
        applied.stream()
                .flatMap(one -> one.allocations().stream())
                .filter(share -> share.on() == Allocation.On.SHIPPING)
                .forEach(share -> row(text, "shipping " + share.name(), "", "",
                        said(expected, share.name()), shown(shares, share.name())));
        return text.toString();
    }

    private static void row(StringBuilder text, String what, String list, String net, String expected, String taken) {
        text.append(String.format(Locale.ROOT, "  %-24s%12s%12s%12s%12s", Visible.line(what), list, net, expected, taken).stripTrailing())
                .append('\n');
    }

    private static String said(Map<String, Money> expected, String name) {
        return expected.isEmpty() ? "" : shown(expected, name);
    }

    private static String shown(Map<String, Money> amounts, String name) {
        return amounts.containsKey(name) ? amounts.get(name).text() : "-";
    }

    private String others() {
        List<String> others = receipt.applied().stream()
                .filter(one -> !one.id().equals(promotion))
                .map(one -> one.id() + " " + one.discount().text())
                .toList();
        return others.isEmpty() ? "" : "  applied beside it: " + String.join(", ", others) + "\n";
    }
}
