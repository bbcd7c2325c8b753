package dev.plaindeal.calibrate;

import dev.plaindeal.money.Currency;
import dev.plaindeal.money.Money;
import dev.plaindeal.money.Percent;
import dev.plaindeal.score.LayerTerms;
import dev.plaindeal.score.Numeral;
import dev.plaindeal.score.PresentedContext;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** What stands on a card, line by line: the price, and for each layer what it gives and then its conditions. */
final class CardLines {

    /** A clock that hangs in no market of Asia, and one that hangs in none elsewhere. */
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final List<String> NEAR_SEOUL = List.of("CN", "HK", "ID", "JP", "KR", "MY", "PH", "SG", "TH", "TW", "VN");
    private static final List<String> CODES = List.of("HELLO", "BASKET20", "SUNSHINE2026");

    private final PresentedContext context;
    private final Currency currency;

    private CardLines(PresentedContext context) {
        this.context = context;
        this.currency = context.currency();
    }

    /** The line of the price. */
    static CardLine price(Card card) {
        CardLines lines = new CardLines(card.terms().context());
        Money each = lines.money(lines.context.price());
        int quantity = lines.context.quantity();
        return quantity == 1 ? new CardLine.OfMoney("card.price", "price", each) : new CardLine.ItemsAtPrice(quantity, each);
    }

    /** The lines of one layer, what it gives first. */
    static List<CardLine> layer(Card card, LayerTerms layer) {
        CardLines lines = new CardLines(card.terms().context());
        List<CardLine> all = new ArrayList<>();
        all.add(lines.gives(layer));
        lines.asks(layer, all);
        lines.limits(layer, all);
        return all;
    }

    private CardLine gives(LayerTerms layer) {
        Numeral value = layer.tiers().isEmpty() ? layer.value() : layer.tiers().get(0).value();
        return switch (layer.kind()) {
            case PERCENT -> new CardLine.OfPercent("card.percent", percent(value));
            case AMOUNT -> new CardLine.OfMoney("card.amount", "amount", money(value));
            case NOW_PRICE -> new CardLine.OfMoney("card.now", "price", money(value));
            case BOGO -> value.isZero()
                    ? new CardLine.Bundle(layer.buy(), layer.get())
                    : new CardLine.PartBundle(layer.buy(), layer.get(), percent(value));
            case FREE_SHIPPING -> new CardLine.PlainText("card.shipping");
            case GIFT -> new CardLine.PlainText("card.gift");
        };
    }

    private void asks(LayerTerms layer, List<CardLine> all) {
        layer.tiers().forEach(tier -> all.add(new CardLine.OfMoney("card.threshold", "amount", money(tier.threshold()))));
        layer.cap().ifPresent(cap -> all.add(new CardLine.OfMoney("card.cap", "amount", money(cap))));
        switch (layer.activation()) {
            case AUTO -> { }
            case CLICK -> all.add(new CardLine.PlainText("card.click"));
            case CLAIM -> all.add(new CardLine.PlainText("card.claim"));
            case CODE -> all.add(new CardLine.WithCode(CODES.get(CardPool.CODE_LENGTHS.indexOf(layer.codeLength()))));
        }
        switch (layer.reach()) {
            case ORDER -> { }
            case STORE -> all.add(new CardLine.PlainText("card.store"));
            case CATEGORY -> all.add(new CardLine.PlainText("card.category"));
            case SKU_LIST -> all.add(new CardLine.PlainText("card.list"));
        }
    }

    private void limits(LayerTerms layer, List<CardLine> all) {
        switch (layer.expiry()) {
            case NONE -> { }
            case DATE -> all.add(new CardLine.Until());
            case WINDOW -> all.add(layer.foreignZone() ? new CardLine.FromToInZone(foreignZone()) : new CardLine.FromTo());
        }
        several("card.exclusion.", layer.exclusions(), all);
        several("card.eligibility.", layer.eligibility(), all);
        if (layer.deferred()) {
            all.add(new CardLine.PlainText("card.later"));
        }
        if (layer.uncertain()) {
            all.add(new CardLine.PlainText("card.uncertain"));
        }
        several("card.conditions.", CardPool.CONDITION_WORDS.indexOf(layer.words()) + 1, all);
    }

    private static void several(String key, int count, List<CardLine> all) {
        for (int i = 1; i <= count; i++) {
            all.add(new CardLine.PlainText(key + i));
        }
    }

    private ZoneId foreignZone() {
        return NEAR_SEOUL.contains(context.market()) ? NEW_YORK : SEOUL;
    }

    private Money money(Numeral amount) {
        return new Money(amount.value().movePointRight(currency.digits()).longValueExact(), currency);
    }

    private static Percent percent(Numeral share) {
        return Percent.of(share.toString());
    }
}
