package dev.plaindeal.receipt;

import dev.plaindeal.language.BuyerWords;
import dev.plaindeal.money.Money;
import dev.plaindeal.policy.Layer;
import dev.plaindeal.receipt.Receipt.Applied;
import dev.plaindeal.receipt.SimplicityView.FixView;
import dev.plaindeal.receipt.SimplicityView.ReasonView;
import dev.plaindeal.score.ScoreRange;
import dev.plaindeal.text.Visible;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * Writes receipts for people: list price, each layer's step, the price to pay, what was refused and why, and how simple
 * it all looks. One column of money that can be checked with a pencil.
 */
public final class ReceiptText {

    private static final int WIDTH = 64;
    private static final int BAR = 20;
    private static final int REASONS = 3;

    private final StringBuilder text = new StringBuilder();
    private final Receipt receipt;
    private final BuyerWords words;
    private final boolean severalStores;

    private ReceiptText(Receipt receipt, BuyerWords words) {
        this.receipt = receipt;
        this.words = words;
        this.severalStores = receipt.lines().stream().map(Receipt.LinePrice::store).distinct().count() > 1;
    }

    /** The receipt as text, with a line end at its end; amounts in the form of the words' locale. */
    public static String of(Receipt receipt, BuyerWords words) {
        return new ReceiptText(receipt, words).write();
    }

    /** The buyer's part alone, all of it in the buyer's language; with a line end at its end. */
    public static String ofBuyer(Receipt receipt, BuyerWords words) {
        return BuyerReceipt.of(receipt, words);
    }

    private String write() {
        text.append(receipt.look().headline().text()).append("\n\n");
        text.append(Visible.line(receipt.basket())).append("  ").append(receipt.market()).append(' ').append(receipt.channel());
        text.append("  ").append(receipt.at()).append('\n');
        rule();
        lines();
        row("List price", receipt.subtotal());
        row("Shipping", receipt.shipping());
        steps();
        receipt.rounding().filter(rounding -> !rounding.amount().isZero()).ifPresent(rounding -> row("Rounding", rounding.amount()));
        rule();
        if (receipt.balances().isEmpty()) {
            row("To pay", receipt.total());
        } else {
            row("Total", receipt.total());
            receipt.balances().forEach(one -> row("  - " + one.units() + " " + one.name() + " (" + one.id() + ")", one.amount().negated()));
            row("To pay", receipt.toPay());
        }
        funders();
        later();
        refusals();
        nearMisses();
        look();
        text.append("\nRules ").append(receipt.rules()).append('\n');
        return text.toString();
    }

    private void lines() {
        for (Receipt.LinePrice line : receipt.lines()) {
            row("  " + line.quantity() + " x " + line.sku() + " (" + line.store() + ")", line.list());
        }
        rule();
    }

    private void steps() {
        Money running = receipt.subtotal().plus(receipt.shipping());
        Layer last = null;
        for (Applied applied : receipt.applied()) {
            if (applied.layer() != last) {
                last = applied.layer();
                text.append(last.key().replace('-', ' ')).append('\n');
            }
            running = running.minus(applied.discount());
            String code = applied.code().isEmpty() ? "" : " (code " + applied.code() + ")";
            String capped = applied.capped() ? ", at its cap" : "";
            row("  - " + applied.id() + at(applied.store()) + code + capped, applied.discount().negated());
            notGiven(applied.notGiven());
            applied.gift().ifPresent(gift -> text.append("    + gift: ")
                    .append(gift.quantity())
                    .append(" x ")
                    .append(Visible.line(gift.name()))
                    .append(gift.worthOfAll().map(worth -> " (worth " + worth + ")").orElse(""))
                    .append('\n'));
        }
    }

    /** Where several stores sell in the basket, which of them it was offered to. */
    private String at(String store) {
        return severalStores && !store.isEmpty() ? " at " + store : "";
    }

    private void funders() {
        if (receipt.discount().isZero()) {
            return;
        }
        text.append("You save ").append(words.column(receipt.discount()));
        text.append(": the store pays ").append(words.column(receipt.funders().store()));
        text.append(", the platform ").append(words.column(receipt.funders().platform())).append(".\n");
        if (!receipt.couldSave().isZero()) {
            text.append("The search was cut short; another combination could save up to ")
                    .append(words.column(receipt.couldSave()))
                    .append(" more.\n");
        }
    }

    private void later() {
        if (receipt.later().isEmpty()) {
            return;
        }
        text.append("\nLater\n");
        for (Receipt.Later promise : receipt.later()) {
            String code = promise.code().isEmpty() ? "" : " (code " + promise.code() + ")";
            String capped = promise.capped() ? ", at its cap" : "";
            row("  + " + promise.id() + at(promise.store()) + code + ", " + what(promise) + capped, promise.amount());
            notGiven(promise.notGiven());
        }
        text.append("Of this the store pays ").append(words.money(laterFunders(Receipt.Funders::store)));
        text.append(", the platform ").append(words.money(laterFunders(Receipt.Funders::platform))).append(".\n");
    }

    private static String what(Receipt.Later promise) {
        return promise.points().isPresent() ? PromiseSentences.points(promise.points().getAsLong()) : promise.kind().key();
    }

    private Money laterFunders(Function<Receipt.Funders, Money> part) {
        return receipt.later().stream()
                .map(promise -> part.apply(promise.funders()))
                .reduce(Money.zero(receipt.currency()), Money::plus);
    }

    private void notGiven(List<Receipt.NotGiven> statements) {
        statements.forEach(one -> text.append("    not given: ")
                .append(Visible.line(one.statement()))
                .append(". ")
                .append(Visible.line(one.message()))
                .append('\n'));
    }

    private void refusals() {
        if (receipt.rejected().isEmpty()) {
            return;
        }
        text.append("\nNot applied\n");
        for (Receipt.Rejected rejected : receipt.rejected()) {
            String name = rejected.code().isEmpty()
                    ? rejected.id()
                    : "code " + rejected.code() + (rejected.id().isEmpty() ? "" : " (" + rejected.id() + ")");
            text.append(Visible.line("  - " + name + ": " + rejected.message())).append('\n');
        }
    }

    private void nearMisses() {
        if (receipt.nearMisses().isEmpty()) {
            return;
        }
        text.append("\nNearly there\n");
        for (Receipt.NearMiss miss : receipt.nearMisses()) {
            text.append(Visible.line("  - " + miss.id() + ": " + miss.message())).append('\n');
        }
    }

    private void look() {
        SimplicityView simplicity = receipt.look().simplicity();
        if (simplicity.isScored()) {
            scored(simplicity);
        } else {
            text.append("\nSimplicity not scored: ").append(simplicity.reasons().get(0).message()).append(".\n");
        }
        text.append(String.format(Locale.ROOT, "Bargain    %s %.0f of 100\n", bar(receipt.look().bargain()), receipt.look().bargain()));
    }

    private void scored(SimplicityView simplicity) {
        text.append(String.format(
                Locale.ROOT,
                "\nSimplicity %s %.0f of 100%s, %s (%.1f s to work out)\n",
                bar(simplicity.score()),
                simplicity.score(),
                simplicity.range().map(ReceiptText::range).orElse(""),
                simplicity.claim(),
                simplicity.seconds()));
        receipt.look().audience().ifPresent(view -> text.append("  Audience: ").append(view.sentence()).append('\n'));
        List<ReasonView> reasons = simplicity.reasons();
        for (ReasonView reason : reasons.subList(0, Math.min(REASONS, reasons.size()))) {
            text.append(String.format(Locale.ROOT, "  %5.1f s  %s\n", reason.seconds(), reason.message()));
        }
        simplicity.fixes().stream().findFirst().ifPresent(this::fix);
    }

    private void fix(FixView fix) {
        String costs = fix.buyerPays().isZero()
                ? "the same money"
                : fix.buyerPays().minor() > 0
                        ? "the buyer pays " + words.column(fix.buyerPays()) + " more"
                        : "the funders pay " + words.column(fix.fundersPay()) + " more";
        text.append(String.format(
                Locale.ROOT,
                "  Best fix: %s (+%.0f points, to %.0f; %s)\n",
                fix.message(),
                fix.gains(),
                fix.score(),
                costs));
    }

    private static String range(ScoreRange range) {
        return String.format(Locale.ROOT, " [%.0f to %.0f]", range.low(), range.high());
    }

    private static String bar(double score) {
        int full = (int) Math.round(score * BAR / 100);
        return "[" + "#".repeat(full) + ".".repeat(BAR - full) + "]";
    }

    private void row(String label, Money amount) {
        String money = words.column(amount);
        String shown = Visible.line(label);
        int gap = Math.max(1, WIDTH - shown.length() - money.length());
        text.append(shown).append(" ".repeat(gap)).append(money).append('\n');
    }

    private void rule() {
        text.append("-".repeat(WIDTH)).append('\n');
    }
}
