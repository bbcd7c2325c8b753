package dev.plaindeal.score;

import dev.plaindeal.money.Currency;
import java.util.ArrayList;
import java.util.List;

/** All money of some terms times a power of ten. */
final class Scaling {

    private Scaling() {}

    static PresentedTerms times(PresentedTerms terms, int places, Currency currency) {
        PresentedContext c = terms.context();
        PresentedContext context = new PresentedContext(scaled(c.price(), places), c.quantity(), currency, c.priceForeign(),
                c.finalPriceShown(), c.subtotalShown(), c.nativeLanguage(), c.spoken(), c.select(), c.market());
        List<LayerTerms> layers = new ArrayList<>();
        for (LayerTerms layer : terms.layers()) {
            layers.add(scaled(layer, places));
        }
        return new PresentedTerms(context, layers);
    }

    private static LayerTerms scaled(LayerTerms layer, int places) {
        boolean money = layer.kind() != LayerKind.PERCENT && layer.kind() != LayerKind.BOGO;
        boolean spend = layer.unit() == ThresholdUnit.MONEY;
        LayerBuilder builder = layer.edit()
                .value(money ? scaled(layer.value(), places) : layer.value())
                .tiers(layer.tiers().stream()
                        .map(tier -> new TierTerms(
                                spend ? scaled(tier.threshold(), places) : tier.threshold(),
                                money ? scaled(tier.value(), places) : tier.value()))
                        .toList());
        layer.cap().ifPresent(cap -> builder.cap(scaled(cap, places)));
        return builder.build();
    }

    private static Numeral scaled(Numeral number, int places) {
        return Numeral.of(number.value().movePointRight(places));
    }
}
