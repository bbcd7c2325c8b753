package dev.plaindeal.returns;

import dev.plaindeal.money.Money;
import dev.plaindeal.receipt.Receipt.Funders;
import dev.plaindeal.returns.Refund.Back;
import dev.plaindeal.returns.Refund.GiftBack;
import dev.plaindeal.returns.Refund.PromiseBack;
import dev.plaindeal.text.Visible;
import java.util.Locale;

/** Writes a refund for people: what comes back of each line, who no longer pays, what is kept. */
public final class RefundText {

    private RefundText() {}

    /** The refund as text, with a line end at its end. */
    public static String of(Refund refund) {
        StringBuilder text = new StringBuilder();
        text.append(Visible.line(refund.basket())).append("  ").append(policy(refund.policy())).append('\n');
        for (Back line : refund.lines()) {
            String units = line.quantity() == 0 ? "kept, priced again" : line.quantity() + " returned";
            row(text, "  line " + Visible.line(line.line()) + " (" + units + ")", line.buyer());
        }
        if (refund.shipping().list().minor() != 0 || refund.shipping().buyer().minor() != 0) {
            row(text, "  shipping", refund.shipping().buyer());
        }
        for (GiftBack gift : refund.gifts()) {
            gift.worth().ifPresent(worth -> row(text, "  gift kept: " + gift.quantity() + " x " + Visible.line(gift.name()), worth.negated()));
        }
        if (!refund.carried().isZero()) {
            row(text, refund.carried().minor() > 0 ? "  not asked for" : "  not asked for before", refund.carried());
        }
        if (!refund.rounding().isZero()) {
            row(text, "  rounding", refund.rounding());
        }
        row(text, "Refund", refund.amount());
        refund.balances().forEach(back -> row(text, "  to the balance: " + back.units() + " " + Visible.line(back.name()), back.amount()));
        if (!refund.money().equals(refund.amount())) {
            row(text, "  as money", refund.money());
        }
        row(text, "Kept", refund.kept());
        Funders funders = refund.funders();
        text.append("Of the discounts the platform has ").append(funders.platform());
        text.append(" back, the stores ").append(funders.store()).append(".\n");
        refund.gifts().forEach(gift -> gift(text, gift));
        refund.later().forEach(promise -> withdrawn(text, promise));
        return text.toString();
    }

    private static void gift(StringBuilder text, GiftBack gift) {
        String store = gift.store().isEmpty() ? "" : ", store " + gift.store();
        String what = gift.quantity() + " x " + gift.name() + " (" + gift.sku() + store + ")";
        text.append(Visible.line("Gift of " + gift.promotion() + ": " + what + ". " + toDo(gift))).append('\n');
    }

    private static void withdrawn(StringBuilder text, PromiseBack promise) {
        String store = promise.store().isEmpty() ? "" : ", store " + promise.store();
        String what = promise.points().isPresent()
                ? promise.points().getAsLong() + " points, worth " + promise.amount()
                : promise.amount() + " " + promise.kind().key();
        text.append(Visible.line("Later of " + promise.promotion() + store + ": " + what + " less than promised.")).append('\n');
    }

    private static String toDo(GiftBack gift) {
        return switch (gift.state()) {
            case NO_LONGER_EARNED -> gift.worth()
                    .map(worth -> "It is no longer earned: it is kept, and " + worth + " is taken off the refund.")
                    .orElse("It is no longer earned: it is to come back, or to be paid for.");
            case CAME_BACK -> "It is no longer earned, and came back.";
            case NOT_CHECKED -> "Look whether what is kept still earns it; pricing again tells.";
        };
    }

    private static String policy(ReturnPolicy policy) {
        return policy == ReturnPolicy.KEEP_PAID_SHARE
                ? "what was paid for the things returned"
                : "what is kept is priced again";
    }

    private static void row(StringBuilder text, String label, Money amount) {
        text.append(String.format(Locale.ROOT, "%-44s%20s\n", label, amount));
    }
}
