package dev.plaindeal.score;

import dev.plaindeal.json.JsonWriter;

/**
 * Writes structured terms as {@link TermsReader} reads them; what is as usual is left out. Numbers are texts, so that none loses
 * a digit on its way: {@code {"context":{"price":"47.99","currency":"USD"},"layers":[{"kind":"percent","value":"17"}]}}.
 */
public final class TermsWriter {

    private TermsWriter() {}

    /** The fields of one object of terms. */
    public static void fields(JsonWriter out, PresentedTerms terms) {
        out.object("context", () -> context(out, terms.context()));
        out.objects("layers", terms.layers(), TermsWriter::layer);
    }

    private static void context(JsonWriter out, PresentedContext context) {
        number(out, "price", context.price());
        count(out, "qty", context.quantity(), 1);
        out.text("currency", context.currency().code());
        flag(out, "price_foreign", context.priceForeign());
        flag(out, "final_price_shown", context.finalPriceShown());
        flag(out, "subtotal_shown", context.subtotalShown());
        if (!context.nativeLanguage()) {
            out.flag("native_language", false);
        }
        flag(out, "spoken", context.spoken());
        choice(out, "select", context.select(), Select.ALL);
        out.textIfAny("market", context.market());
    }

    private static void layer(JsonWriter out, LayerTerms layer) {
        out.text("kind", layer.kind().key());
        gives(out, layer);
        choice(out, "scope", layer.reach(), LayerReach.ORDER);
        count(out, "exclusions", layer.exclusions(), 0);
        count(out, "eligibility", layer.eligibility(), 0);
        choice(out, "activation", layer.activation(), LayerActivation.AUTO);
        count(out, "code_len", layer.codeLength(), LayerTerms.USUAL_CODE);
        choice(out, "expiry", layer.expiry(), Expiry.NONE);
        flag(out, "tz_foreign", layer.foreignZone());
        count(out, "words", layer.words(), 0);
        flag(out, "deferred", layer.deferred());
        flag(out, "uncertain", layer.uncertain());
        choice(out, "basis", layer.basis(), PercentBasis.RUNNING);
        flag(out, "basis_stated", layer.basisStated());
        out.textIfAny("name", layer.name());
    }

    private static void gives(JsonWriter out, LayerTerms layer) {
        number(out, "value", layer.value());
        count(out, "buy", layer.buy(), 1);
        count(out, "get", layer.get(), 1);
        choice(out, "threshold_unit", layer.unit(), ThresholdUnit.MONEY);
        if (layer.tiers().size() == 1) {
            number(out, "value", layer.tiers().get(0).value());
            number(out, "threshold", layer.tiers().get(0).threshold());
        } else {
            out.objectsIfAny("tiers", layer.tiers(), TermsWriter::tier);
        }
        flag(out, "every", layer.every());
        count(out, "max_repeats", layer.maxRepeats(), 0);
        layer.cap().ifPresent(cap -> number(out, "cap", cap));
        layer.currency().ifPresent(currency -> out.text("terms_currency", currency.code()));
    }

    private static void tier(JsonWriter out, TierTerms tier) {
        number(out, "threshold", tier.threshold());
        number(out, "value", tier.value());
    }

    /** Nothing is a number left out. */
    private static void number(JsonWriter out, String key, Numeral number) {
        out.textIfAny(key, number.isZero() ? "" : number.toString());
    }

    private static void count(JsonWriter out, String key, int count, int usual) {
        if (count != usual) {
            out.whole(key, count);
        }
    }

    private static void flag(JsonWriter out, String key, boolean value) {
        if (value) {
            out.flag(key, true);
        }
    }

    private static void choice(JsonWriter out, String key, TermsKey value, TermsKey usual) {
        if (value != usual) {
            out.text(key, value.key());
        }
    }
}
