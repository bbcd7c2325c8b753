package dev.plaindeal.returns;

import dev.plaindeal.json.JsonWriter;
import dev.plaindeal.receipt.Receipt.Funders;
import dev.plaindeal.returns.Refund.Back;
import dev.plaindeal.returns.Refund.GiftBack;
import dev.plaindeal.returns.Refund.PromiseBack;

/** Writes refunds as JSON, one line each. Money is a decimal string in major units; keys come in one fixed order. */
public final class RefundJson {

    /** The number of the form written here; what changes the meaning of a key makes it another number. */
    public static final int FORMAT = 1;

    private RefundJson() {}

    /** On one line, without a line end. */
    public static String line(Refund refund) {
        return JsonWriter.line(out -> refund(out, refund));
    }

    private static void refund(JsonWriter out, Refund refund) {
        out.whole("format", FORMAT);
        out.text("basket", refund.basket());
        out.text("policy", refund.policy().key());
        out.text("currency", refund.amount().currency().code());
        out.money("refund", refund.amount());
        out.objects("lines", refund.lines(), RefundJson::line);
        out.object("shipping", () -> back(out, refund.shipping()));
        funders(out, refund.funders());
        out.moneyIfAny("carried", refund.carried());
        out.moneyIfAny("rounding", refund.rounding());
        out.money("kept", refund.kept());
        out.objectsIfAny("gifts", refund.gifts(), RefundJson::gift);
        if (!refund.money().equals(refund.amount())) {
            out.objects("balances", refund.balances(), RefundJson::balance);
            out.money("money", refund.money());
        }
        out.objectsIfAny("later", refund.later(), RefundJson::withdrawn);
    }

    private static void line(JsonWriter out, Back line) {
        out.text("line", line.line());
        out.whole("quantity", line.quantity());
        back(out, line);
    }

    private static void gift(JsonWriter out, GiftBack gift) {
        out.text("id", gift.promotion());
        out.textIfAny("store", gift.store());
        out.text("sku", gift.sku());
        out.text("name", gift.name());
        out.whole("quantity", gift.quantity());
        out.text("state", gift.state().key());
        gift.worth().ifPresent(worth -> out.money("worth", worth));
    }

    private static void withdrawn(JsonWriter out, PromiseBack promise) {
        out.text("id", promise.promotion());
        out.text("kind", promise.kind().key());
        out.textIfAny("code", promise.code());
        out.textIfAny("store", promise.store());
        out.money("withdrawn", promise.amount());
        promise.points().ifPresent(points -> out.whole("points", points));
    }

    private static void balance(JsonWriter out, Refund.BalanceBack back) {
        out.text("name", back.name());
        out.whole("units", back.units());
        out.money("amount", back.amount());
    }

    private static void back(JsonWriter out, Back back) {
        out.money("list", back.list());
        out.money("refund", back.buyer());
        funders(out, back.funders());
    }

    private static void funders(JsonWriter out, Funders funders) {
        out.object("funders", () -> {
            out.money("platform", funders.platform());
            out.money("store", funders.store());
        });
    }
}
