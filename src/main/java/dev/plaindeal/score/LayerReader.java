package dev.plaindeal.score;

import dev.plaindeal.money.Currency;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads one of the {@code layers} of structured terms. */
final class LayerReader {

    private static final int MOST_UNITS = 1_000;
    private static final int MOST_TIERS = 20;
    private static final int MOST_CONDITIONS = 100;
    private static final int MOST_WORDS = 10_000;
    private static final int LONGEST_CODE = 100;
    private static final int MOST_REPEATS = 1_000_000;

    private LayerReader() {}

    /** Reads it; amounts are in the currency given unless the layer names its own. */
    static Optional<LayerTerms> read(TermsObject fields, Currency ofContext) {
        int before = fields.problems().size();
        fields.known("kind", "value", "buy", "get", "threshold", "threshold_unit", "tiers", "every", "max_repeats",
                "cap", "scope", "exclusions", "eligibility", "activation", "code_len", "expiry", "tz_foreign", "words",
                "deferred", "uncertain", "terms_currency", "basis", "basis_stated", "issuer", "name");
        fields.word("issuer");
        Optional<LayerKind> kind = fields.choice("kind", LayerKind.values());
        if (kind.isEmpty()) {
            if (fields.problems().size() == before) {
                fields.refuse("", "the field kind is missing", "");
            }
            return Optional.empty();
        }
        LayerBuilder layer = LayerTerms.of(kind.get());
        Currency currency = fields.currency("terms_currency").orElse(ofContext);
        gives(fields, kind.get(), layer, currency);
        if (fields.has("terms_currency")) {
            layer.currency(currency);
        }
        asks(fields, layer);
        prints(fields, layer);
        return fields.problems().size() > before ? Optional.empty() : built(fields, layer);
    }

    /** What is left to go wrong is between fields: a percentage above 100, two tiers with one threshold. */
    private static Optional<LayerTerms> built(TermsObject fields, LayerBuilder layer) {
        try {
            return Optional.of(layer.build());
        } catch (IllegalArgumentException wrong) {
            fields.refuse("", wrong.getMessage(), "");
            return Optional.empty();
        }
    }

    /** Which numbers of a layer are money: a percentage and a count of items are none. */
    private record MoneyFields(LayerKind kind, ThresholdUnit unit, Currency currency) {

        Optional<Numeral> value(TermsObject fields) {
            boolean money = kind == LayerKind.AMOUNT || kind == LayerKind.NOW_PRICE;
            Optional<Numeral> value =
                    money ? fields.moneyOrNothing("value", currency) : fields.numberOrNothing("value");
            return kind.hasValue() || kind == LayerKind.BOGO ? fields.moreThanNothing("value", value) : value;
        }

        Optional<Numeral> threshold(TermsObject fields) {
            return unit == ThresholdUnit.MONEY
                    ? fields.moneyOrNothing("threshold", currency)
                    : fields.numberOrNothing("threshold");
        }
    }

    private static void gives(TermsObject fields, LayerKind kind, LayerBuilder layer, Currency currency) {
        Optional<ThresholdUnit> unit = fields.choice("threshold_unit", ThresholdUnit.values());
        MoneyFields amounts = new MoneyFields(kind, unit.orElse(ThresholdUnit.MONEY), currency);
        Optional<Numeral> value = amounts.value(fields);
        List<TierTerms> tiers = tiers(fields, amounts);
        Optional<Numeral> threshold = amounts.threshold(fields).filter(level -> !level.isZero());
        if (kind.hasValue() && tiers.isEmpty() && !fields.has("value") && !fields.has("tiers")) {
            fields.refuse("", "a layer of kind " + kind.key() + " needs a value", "");
        }
        if (!tiers.isEmpty() && (threshold.isPresent() || value.isPresent())) {
            fields.refuse("tiers", "give either tiers, or a value and its threshold", "");
        }
        value.filter(number -> kind.hasValue() || kind == LayerKind.BOGO).ifPresent(layer::value);
        threshold.ifPresent(layer::threshold);
        layer.tiers(tiers);
        layer.buyGet(fields.count("buy", 1, MOST_UNITS, 1), fields.count("get", 1, MOST_UNITS, 1));
        fields.money("cap", currency).ifPresent(layer::cap);
        layer.every(fields.flag("every", false));
        layer.maxRepeats(fields.count("max_repeats", 0, MOST_REPEATS, 0));
        unit.ifPresent(layer::unit);
    }

    private static List<TierTerms> tiers(TermsObject fields, MoneyFields amounts) {
        List<TierTerms> tiers = new ArrayList<>();
        if (!fields.has("tiers")) {
            return tiers;
        }
        for (TermsObject tier : fields.objects("tiers", 0, MOST_TIERS)) {
            tier.known("threshold", "value");
            Optional<Numeral> threshold = tier.moreThanNothing("threshold", amounts.threshold(tier));
            Optional<Numeral> value = amounts.value(tier);
            boolean missing = !tier.has("threshold") || amounts.kind().hasValue() && !tier.has("value");
            if (missing) {
                tier.refuse("", "a tier has a threshold and a value", "");
            }
            tiers.add(new TierTerms(
                    threshold.orElse(Numeral.ZERO), amounts.kind().hasValue() ? value.orElse(Numeral.ZERO) : Numeral.ZERO));
        }
        return tiers;
    }

    private static void asks(TermsObject fields, LayerBuilder layer) {
        fields.choice("scope", LayerReach.values()).ifPresent(layer::reach);
        fields.choice("activation", LayerActivation.values()).ifPresent(layer::activation);
        fields.choice("expiry", Expiry.values()).ifPresent(layer::expiry);
        layer.exclusions(fields.count("exclusions", 0, MOST_CONDITIONS, 0));
        layer.eligibility(fields.count("eligibility", 0, MOST_CONDITIONS, 0));
        layer.codeLength(fields.count("code_len", 0, LONGEST_CODE, LayerTerms.USUAL_CODE));
        layer.foreignZone(fields.flag("tz_foreign", false));
    }

    private static void prints(TermsObject fields, LayerBuilder layer) {
        layer.words(fields.count("words", 0, MOST_WORDS, 0));
        layer.deferred(fields.flag("deferred", false));
        layer.uncertain(fields.flag("uncertain", false));
        fields.choice("basis", PercentBasis.values()).ifPresent(layer::basis);
        layer.basisStated(fields.flag("basis_stated", false));
        layer.name(fields.word("name"));
    }
}
