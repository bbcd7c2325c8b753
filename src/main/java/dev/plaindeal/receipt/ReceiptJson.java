package dev.plaindeal.receipt;

import dev.plaindeal.json.JsonWriter;
import dev.plaindeal.money.Money;
import dev.plaindeal.policy.Conventions;
import dev.plaindeal.receipt.Receipt.Allocation;
import dev.plaindeal.receipt.Receipt.Applied;
import dev.plaindeal.receipt.Receipt.Funders;
import dev.plaindeal.receipt.Receipt.Later;
import dev.plaindeal.receipt.Receipt.StoreTotal;
import dev.plaindeal.receipt.SimplicityView.FixView;
import dev.plaindeal.receipt.SimplicityView.ReasonView;
import dev.plaindeal.score.ScoreRange;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Writes receipts as JSON: the contract with machines. Money is a decimal string in major units; scores and seconds are
 * numbers rounded to one and two decimals for reading, never for arithmetic. Keys come in one fixed order.
 *
 * <p>A receipt has two halves that change for different reasons: what is to be paid, by whom and why, which follows from the
 * promotions; and how simple that looks, which follows from the weights of simplicity too. Fixtures keep them apart.
 */
public final class ReceiptJson {

    /** The number of the form written here. Keys may be added to it; one that changes its meaning makes it another number. */
    public static final int FORMAT = 1;

    /** Each constant's word, made once: a receipt has dozens. */
    private static final Map<Enum<?>, String> WORDS = new ConcurrentHashMap<>();

    private ReceiptJson() {}

    /** On one line, for JSON lines. */
    public static String line(Receipt receipt) {
        return JsonWriter.line(out -> whole(out, receipt));
    }

    /** Indented, with a line end at its end, for people and for version control. */
    public static String pretty(Receipt receipt) {
        return JsonWriter.indented(out -> whole(out, receipt));
    }

    /** The half with money, reasons and texts: all but what {@link #simplicity} writes. Laid out as {@link #pretty}. */
    public static String money(Receipt receipt) {
        return JsonWriter.indented(out -> {
            deal(out, receipt, ReceiptJson::applied, ReceiptJson::later);
            announced(out, receipt.look());
        });
    }

    /** The half that says how simple it looks, as a whole and each promotion alone. Laid out as {@link #pretty}. */
    public static String simplicity(Receipt receipt) {
        return JsonWriter.indented(out -> {
            seen(out, receipt.look());
            out.objects("applied", receipt.applied(), ReceiptJson::appliedSeen);
            out.objectsIfAny("later", receipt.later(), ReceiptJson::laterSeen);
        });
    }

    /** The fields of a receipt that stands in another text. */
    public static void fields(JsonWriter out, Receipt receipt) {
        whole(out, receipt);
    }

    private static void whole(JsonWriter out, Receipt receipt) {
        deal(out, receipt, ReceiptJson::wholeApplied, ReceiptJson::wholeLater);
        seen(out, receipt.look());
        announced(out, receipt.look());
    }

    private static void deal(
            JsonWriter out, Receipt receipt, JsonWriter.ItemFields<Applied> applied, JsonWriter.ItemFields<Later> later) {
        out.whole("format", FORMAT);
        out.text("basket", receipt.basket());
        out.text("market", receipt.market());
        out.text("currency", receipt.currency().code());
        out.text("channel", receipt.channel());
        out.text("at", receipt.at().toString());
        out.text("rules", receipt.rules());
        out.text("strategy", receipt.strategy().key());
        out.money("subtotal", receipt.subtotal());
        out.money("shipping", receipt.shipping());
        out.money("discount", receipt.discount());
        out.money("total", receipt.total());
        receipt.rounding().ifPresent(rounding -> out.object("rounding", () -> rounding(out, rounding)));
        out.moneyIfAny("savedLater", receipt.savedLater());
        out.objects("lines", receipt.lines(), ReceiptJson::line);
        out.objectsIfAny("stores", receipt.stores(), ReceiptJson::storeTotal);
        out.objects("applied", receipt.applied(), applied);
        out.objectsIfAny("later", receipt.later(), later);
        if (!receipt.balances().isEmpty()) {
            out.objects("balances", receipt.balances(), ReceiptJson::balance);
            out.money("toPay", receipt.toPay());
        }
        out.objects("rejected", receipt.rejected(), ReceiptJson::rejected);
        out.objects("nearMisses", receipt.nearMisses(), ReceiptJson::nearMiss);
        funders(out, receipt.funders());
        out.objects("reserves", receipt.reserves(), ReceiptJson::reserve);
        out.moneyIfAny("couldSave", receipt.couldSave());
    }

    private static void rounding(JsonWriter out, Receipt.Rounding rounding) {
        out.money("step", rounding.step().step());
        out.text("mode", word(rounding.step().mode()));
        out.money("amount", rounding.amount());
    }

    private static void line(JsonWriter out, Receipt.LinePrice line) {
        out.text("line", line.line());
        out.text("sku", line.sku());
        out.text("store", line.store());
        out.whole("quantity", line.quantity());
        out.money("list", line.list());
        out.money("net", line.net());
    }

    private static void storeTotal(JsonWriter out, StoreTotal store) {
        out.text("store", store.store());
        out.money("subtotal", store.subtotal());
        out.money("shipping", store.shipping());
        out.money("discount", store.discount());
        out.money("total", store.total());
        funders(out, store.funders());
    }

    private static void applied(JsonWriter out, Applied applied) {
        out.text("id", applied.id());
        out.textIfAny("name", applied.name());
        out.textIfAny("sentence", applied.sentence());
        out.text("layer", applied.layer().key());
        out.textIfAny("code", applied.code());
        out.textIfAny("store", applied.store());
        out.money("discount", applied.discount());
        funders(out, applied.funders());
        allocations(out, applied.funders(), applied.allocations());
        if (applied.capped()) {
            out.flag("capped", true);
        }
        out.moneyIfAny("givenUp", applied.givenUp());
        applied.gift().ifPresent(gift -> out.object("gift", () -> gift(out, gift)));
        out.objectsIfAny("notGiven", applied.notGiven(), ReceiptJson::notGiven);
        out.object("conventions", () -> conventions(out, applied.conventions()));
    }

    private static void wholeApplied(JsonWriter out, Applied applied) {
        applied(out, applied);
        simplicity(out, applied.simplicity());
    }

    private static void appliedSeen(JsonWriter out, Applied applied) {
        out.text("id", applied.id());
        out.textIfAny("store", applied.store());
        simplicity(out, applied.simplicity());
    }

    private static void later(JsonWriter out, Later promise) {
        out.text("id", promise.id());
        out.textIfAny("name", promise.name());
        out.textIfAny("sentence", promise.sentence());
        out.text("kind", promise.kind().key());
        out.textIfAny("code", promise.code());
        out.textIfAny("store", promise.store());
        out.money("amount", promise.amount());
        promise.points().ifPresent(points -> out.whole("points", points));
        funders(out, promise.funders());
        allocations(out, promise.funders(), promise.allocations());
        if (promise.capped()) {
            out.flag("capped", true);
        }
        out.objectsIfAny("notGiven", promise.notGiven(), ReceiptJson::notGiven);
        out.object("conventions", () -> conventions(out, promise.conventions()));
        out.text("message", promise.message());
        out.textIfAny("says", promise.says());
    }

    private static void balance(JsonWriter out, Receipt.BalancePayment payment) {
        out.text("id", payment.id());
        out.text("name", payment.name());
        out.textIfAny("code", payment.code());
        out.textIfAny("store", payment.store());
        out.whole("units", payment.units());
        out.money("amount", payment.amount());
        funders(out, payment.funders());
        allocations(out, payment.funders(), payment.allocations());
    }

    private static void wholeLater(JsonWriter out, Later promise) {
        later(out, promise);
        simplicity(out, promise.simplicity());
    }

    private static void laterSeen(JsonWriter out, Later promise) {
        out.text("id", promise.id());
        out.textIfAny("store", promise.store());
        simplicity(out, promise.simplicity());
    }

    private static void allocations(JsonWriter out, Funders funders, List<Allocation> allocations) {
        boolean shared = !funders.platform().isZero() && !funders.store().isZero();
        out.objects("allocations", allocations, shared ? ReceiptJson::sharedAllocation : ReceiptJson::allocation);
    }

    private static void allocation(JsonWriter out, Allocation share) {
        out.text(share.on() == Allocation.On.LINE ? "line" : "shipping", share.name());
        out.money("amount", share.amount());
    }

    private static void sharedAllocation(JsonWriter out, Allocation share) {
        allocation(out, share);
        out.money("platform", share.platform());
    }

    private static void gift(JsonWriter out, Receipt.AddedGift gift) {
        out.text("sku", gift.sku());
        out.text("name", gift.name());
        out.whole("quantity", gift.quantity());
        gift.worth().ifPresent(each -> out.money("worth", each));
    }

    private static void notGiven(JsonWriter out, Receipt.NotGiven one) {
        out.text("statement", one.statement());
        reason(out, one.reason(), one.message(), one.gap(), one.itemsGap());
        figures(out, one.figures());
        out.textIfAny("says", one.says());
    }

    private static void reason(JsonWriter out, String reason, String message, Optional<Money> gap, OptionalLong itemsGap) {
        out.text("reason", reason);
        out.text("message", message);
        gap.ifPresent(money -> out.money("gap", money));
        itemsGap.ifPresent(items -> out.whole("itemsGap", items));
    }

    private static void conventions(JsonWriter out, Conventions conventions) {
        out.text("rounds", word(conventions.rounds()));
        out.text("grain", word(conventions.grain()));
        out.text("mode", word(conventions.mode()));
        out.text("spareCent", word(conventions.spare()));
        out.text("percentOf", conventions.percentOf().text());
        out.text("measuredOn", conventions.thresholdOn().text());
        if (conventions.spread() != Conventions.Spread.AS_TAKEN) {
            out.text("spread", word(conventions.spread()));
        }
    }

    private static String word(Enum<?> constant) {
        return WORDS.computeIfAbsent(constant, any -> any.name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }

    private static void rejected(JsonWriter out, Receipt.Rejected rejected) {
        out.textIfAny("id", rejected.id());
        out.textIfAny("name", rejected.name());
        out.textIfAny("code", rejected.code());
        out.textIfAny("store", rejected.store());
        reason(out, rejected.reason(), rejected.message(), rejected.gap(), rejected.itemsGap());
        rejected.holdsFrom().ifPresent(moment -> out.text("holdsFrom", moment.toString()));
        figures(out, rejected.figures());
        out.textIfAny("says", rejected.says());
    }

    private static void figures(JsonWriter out, Receipt.Figures figures) {
        figures.needed().ifPresent(money -> out.money("needed", money));
        figures.has().ifPresent(money -> out.money("has", money));
        figures.itemsNeeded().ifPresent(items -> out.whole("itemsNeeded", items));
        figures.itemsHas().ifPresent(items -> out.whole("itemsHas", items));
        figures.until().ifPresent(moment -> out.text("until", moment.toString()));
        if (!figures.winners().isEmpty()) {
            out.texts("winners", figures.winners());
        }
        figures.saves().ifPresent(money -> out.money("saves", money));
    }

    private static void nearMiss(JsonWriter out, Receipt.NearMiss miss) {
        out.text("id", miss.id());
        out.textIfAny("name", miss.name());
        out.textIfAny("code", miss.code());
        out.textIfAny("store", miss.store());
        out.money("gap", miss.gap());
        miss.items().ifPresent(items -> {
            out.whole("itemsGap", items.count());
            out.text("sku", items.sku());
        });
        out.money("saves", miss.saves());
        out.moneyIfAny("later", miss.later());
        out.money("pay", miss.pay());
        out.objectsIfAny("needs", miss.needs(), ReceiptJson::needed);
        out.text("message", miss.message());
        out.textIfAny("says", miss.says());
    }

    private static void needed(JsonWriter out, Receipt.ChoiceNeeded needed) {
        out.text("field", needed.field());
        out.text("operator", needed.operator());
        out.texts("values", needed.values());
    }

    private static void funders(JsonWriter out, Funders funders) {
        out.object("funders", () -> {
            out.money("platform", funders.platform());
            out.money("store", funders.store());
        });
    }

    private static void reserve(JsonWriter out, Receipt.Reserve reserve) {
        out.text("id", reserve.id());
        out.text("key", reserve.key());
        out.textIfAny("code", reserve.code());
        out.whole("uses", reserve.uses());
        out.money("amount", reserve.amount());
        if (reserve.items() > 0) {
            out.whole("items", reserve.items());
        }
    }

    private static void seen(JsonWriter out, Look look) {
        simplicity(out, look.simplicity());
        out.text("shown", word(look.shown()));
        look.audience().ifPresent(view -> out.texts("audience", view.keys()));
    }

    private static void announced(JsonWriter out, Look look) {
        out.object("headline", () -> headline(out, look.headline()));
        out.rounded("bargain", look.bargain(), 1);
    }

    private static void headline(JsonWriter out, Headline headline) {
        out.text("text", headline.text());
        out.text("frame", word(headline.frame()));
        out.text("against", word(headline.basis()));
        out.money("saving", headline.saving());
        out.text("percent", headline.percent().text());
        out.money("pay", headline.pay());
        headline.prior().ifPresent(prior -> out.money("prior", prior));
    }

    private static void simplicity(JsonWriter out, SimplicityView view) {
        out.object("simplicity", () -> {
            if (view.isScored()) {
                scored(out, view);
            } else {
                out.text("unscored", view.reasons().get(0).message());
            }
        });
    }

    private static void scored(JsonWriter out, SimplicityView view) {
        out.rounded("score", view.score(), 1);
        out.rounded("seconds", view.seconds(), 2);
        out.text("band", view.band());
        view.range().ifPresent(range -> out.object("range", () -> range(out, range)));
        out.objects("reasons", view.reasons(), ReceiptJson::reasonSeen);
        out.objectsIfAny("fixes", view.fixes(), ReceiptJson::fix);
    }

    /** The band is only claimed where the range stays inside it. */
    private static void range(JsonWriter out, ScoreRange range) {
        out.rounded("low", range.low(), 1);
        out.rounded("high", range.high(), 1);
        range.band().ifPresent(band -> out.text("band", band.words()));
    }

    private static void reasonSeen(JsonWriter out, ReasonView reason) {
        out.text("code", reason.code());
        out.rounded("seconds", reason.seconds(), 2);
        out.text("message", reason.message());
    }

    private static void fix(JsonWriter out, FixView fix) {
        out.text("code", fix.code());
        out.textIfAny("kind", fix.kind());
        out.textIfAny("id", fix.promotion());
        out.text("message", fix.message());
        out.rounded("score", fix.score(), 1);
        out.rounded("gains", fix.gains(), 1);
        out.money("buyerPays", fix.buyerPays());
        out.money("fundersPay", fix.fundersPay());
        out.object("cost", () -> {
            out.money("buyer", fix.cost().buyer());
            out.money("store", fix.cost().store());
            out.money("platform", fix.cost().platform());
        });
        out.textIfAny("holds", fix.holds());
        out.textIfAny("opens", fix.opens());
    }
}
