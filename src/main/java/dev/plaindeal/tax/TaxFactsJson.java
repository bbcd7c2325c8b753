package dev.plaindeal.tax;

import dev.plaindeal.json.JsonWriter;
import dev.plaindeal.tax.PaidParts.ThirdParty;

/** Writes tax facts as JSON, see {@code tax-facts.schema.json}. Money is a decimal string in major units; keys come in one fixed order. */
public final class TaxFactsJson {

    /** The number of the form written here. Keys may be added to it; one that changes its meaning makes it another number. */
    public static final int FORMAT = 1;

    private TaxFactsJson() {}

    /** On one line, for JSON lines. */
    public static String line(TaxFacts facts) {
        return JsonWriter.line(out -> facts(out, facts));
    }

    /** Indented, with a line end at its end. */
    public static String pretty(TaxFacts facts) {
        return JsonWriter.indented(out -> facts(out, facts));
    }

    private static void facts(JsonWriter out, TaxFacts facts) {
        out.whole("format", FORMAT);
        out.text("basket", facts.basket());
        out.text("market", facts.market());
        out.text("currency", facts.currency().code());
        out.text("at", facts.at().toString());
        out.objects("lines", facts.lines(), TaxFactsJson::line);
        out.objects("shipping", facts.shipping(), TaxFactsJson::store);
        out.objects("stores", facts.stores(), TaxFactsJson::store);
        out.object("totals", () -> parts(out, facts.totals()));
        facts.rounding().ifPresent(rounding -> out.money("rounding", rounding));
    }

    private static void line(JsonWriter out, TaxFacts.GoodsFacts line) {
        out.text("line", line.line());
        out.text("sku", line.sku());
        out.text("store", line.store());
        out.whole("quantity", line.quantity());
        parts(out, line.parts());
    }

    private static void store(JsonWriter out, TaxFacts.StoreFacts store) {
        out.text("store", store.store());
        parts(out, store.parts());
    }

    private static void parts(JsonWriter out, PaidParts parts) {
        out.money("list", parts.list());
        out.money("paid", parts.buyer());
        out.object("funders", () -> {
            out.money("platform", parts.platform());
            out.money("store", parts.store());
        });
        out.object("base", () -> {
            out.money("countsAsPaid", parts.base(ThirdParty.COUNTS_AS_PAID));
            out.money("reducesPrice", parts.base(ThirdParty.REDUCES_PRICE));
        });
    }
}
