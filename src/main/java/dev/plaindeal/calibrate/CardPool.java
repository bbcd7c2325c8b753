package dev.plaindeal.calibrate;

import dev.plaindeal.money.Money;
import dev.plaindeal.score.Expiry;
import dev.plaindeal.score.LayerActivation;
import dev.plaindeal.score.LayerBuilder;
import dev.plaindeal.score.LayerKind;
import dev.plaindeal.score.LayerReach;
import dev.plaindeal.score.LayerTerms;
import dev.plaindeal.score.Numeral;
import dev.plaindeal.score.PresentedContext;
import dev.plaindeal.score.PresentedTerms;
import dev.plaindeal.score.Select;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * Draws cards for a market: one to three layers with up to three conditions, at prices of the market's size, the price to pay never
 * shown. The same seed gives the same cards. For one thread.
 */
final class CardPool {

    /** Lengths of the codes that cards show. */
    static final List<Integer> CODE_LENGTHS = List.of(5, 8, 12);
    /** English words of the conditions that cards show: one text, two, three. */
    static final List<Integer> CONDITION_WORDS = List.of(17, 36, 61);

    private static final List<String> PERCENTAGES =
            List.of("5", "10", "12", "15", "17", "20", "23", "25", "30", "33", "35", "40", "50", "60", "70", "75", "80");
    private static final List<String> PARTS = List.of("50", "25", "30", "70");
    private static final List<String> THRESHOLD_SHARES = List.of("0.5", "0.7", "0.8", "0.87", "0.94");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    /** Tries before a market has no more different cards. */
    private static final int TRIES_A_CARD = 50;
    private static final int MOST_CONDITIONS = 3;

    private final PriceTags tags;
    private final String market;
    private final Random random;

    /** For a market with this reference price. */
    CardPool(String market, Money reference, long seed) {
        this.market = market;
        this.tags = new PriceTags(reference);
        this.random = new Random(seed);
    }

    /** So many different cards, the first of which is {@code c1}. */
    List<Card> draw(int count) {
        Set<PresentedTerms> seen = new LinkedHashSet<>();
        List<Card> cards = new ArrayList<>();
        for (int tried = 0; cards.size() < count && tried < count * TRIES_A_CARD; tried++) {
            PresentedTerms terms = terms();
            if (seen.add(terms)) {
                cards.add(new Card("c" + (cards.size() + 1), terms, pay(terms)));
            }
        }
        return cards;
    }

    private PresentedTerms terms() {
        BigDecimal price = any(any(tags.prices()));
        List<LayerTerms> layers = new ArrayList<>();
        boolean bundle = oneIn(8);
        int quantity = 1;
        if (bundle) {
            LayerTerms layer = bundle();
            quantity = layer.buy() + layer.get();
            price = tags.piece(price);
            layers.add(layer);
        } else {
            int count = oneIn(3) ? oneIn(3) ? 3 : 2 : 1;
            for (int i = 0; i < count; i++) {
                layers.add(i > 0 && oneIn(6) ? beside() : money(price, count));
            }
        }
        decorate(layers, price);
        return new PresentedTerms(
                new PresentedContext(Numeral.of(price), quantity, tags.currency(), false, false, false, true, false, Select.ALL, market),
                layers);
    }

    private LayerTerms bundle() {
        int buy = 1 + random.nextInt(oneIn(3) ? 6 : 3);
        LayerBuilder layer = LayerTerms.of(LayerKind.BOGO).buyGet(buy, 1);
        return (oneIn(2) ? layer.value(Numeral.of(any(PARTS))) : layer).build();
    }

    /** Something that takes nothing off the price. */
    private LayerTerms beside() {
        return LayerTerms.of(oneIn(2) ? LayerKind.GIFT : LayerKind.FREE_SHIPPING).build();
    }

    private LayerTerms money(BigDecimal price, int layers) {
        if (random.nextInt(20) < 11) {
            return LayerTerms.of(LayerKind.PERCENT, any(PERCENTAGES)).build();
        }
        if (layers == 1 && oneIn(12)) {
            return LayerTerms.of(LayerKind.NOW_PRICE, tags.written(price, "0.8").toPlainString()).build();
        }
        BigDecimal most = price.divide(BigDecimal.valueOf(layers + 1L), tags.currency().digits(), RoundingMode.DOWN);
        List<BigDecimal> amounts = new ArrayList<>(tags.amounts().stream().filter(amount -> amount.compareTo(most) <= 0).toList());
        amounts.add(tags.written(price, "0.17"));
        return LayerTerms.of(LayerKind.AMOUNT, any(amounts).toPlainString()).build();
    }

    private void decorate(List<LayerTerms> layers, BigDecimal price) {
        int conditions = random.nextInt(MOST_CONDITIONS + 1);
        for (int i = 0; i < conditions; i++) {
            int at = random.nextInt(layers.size());
            layers.set(at, decorated(layers.get(at), price));
        }
    }

    private LayerTerms decorated(LayerTerms layer, BigDecimal price) {
        LayerBuilder more = layer.edit();
        switch (random.nextInt(13)) {
            case 0, 1 -> threshold(layer, more, price);
            case 2 -> cap(layer, more, price);
            case 3 -> more.activation(LayerActivation.CLICK);
            case 4 -> more.activation(LayerActivation.CLAIM);
            case 5 -> more.activation(LayerActivation.CODE).codeLength(any(CODE_LENGTHS));
            case 6 -> more.expiry(Expiry.DATE).foreignZone(false);
            case 7 -> more.expiry(Expiry.WINDOW).foreignZone(oneIn(2));
            case 8 -> more.exclusions(1 + random.nextInt(2));
            case 9 -> more.eligibility(1 + random.nextInt(2));
            case 10 -> more.reach(any(List.of(LayerReach.STORE, LayerReach.CATEGORY, LayerReach.SKU_LIST)));
            case 11 -> more.words(any(CONDITION_WORDS));
            default -> later(layer, more);
        }
        return more.build();
    }

    private void threshold(LayerTerms layer, LayerBuilder more, BigDecimal price) {
        if (layer.kind() != LayerKind.BOGO && layer.kind() != LayerKind.NOW_PRICE && layer.tiers().isEmpty()) {
            more.threshold(Numeral.of(tags.written(price, any(THRESHOLD_SHARES))));
        }
    }

    private void cap(LayerTerms layer, LayerBuilder more, BigDecimal price) {
        if (layer.kind() == LayerKind.PERCENT) {
            more.cap(Numeral.of(tags.written(price, oneIn(2) ? "0.2" : "0.35")));
        }
    }

    private void later(LayerTerms layer, LayerBuilder more) {
        if (layer.kind() == LayerKind.AMOUNT || layer.kind() == LayerKind.PERCENT) {
            if (oneIn(2)) {
                more.deferred(true);
            } else {
                more.uncertain(true);
            }
        }
    }

    /** What is to pay where nothing but arithmetic decides, and the order of the layers does not matter. */
    private Optional<BigDecimal> pay(PresentedTerms terms) {
        List<LayerTerms> layers = terms.layers();
        boolean plain = layers.stream().allMatch(CardPool::isPlain);
        boolean alike = layers.stream().map(LayerTerms::kind).distinct().count() == 1;
        return plain && alike && layers.size() <= 2 ? Optional.of(paid(terms)).filter(pay -> pay.signum() > 0) : Optional.empty();
    }

    private static boolean isPlain(LayerTerms layer) {
        boolean money = layer.kind() == LayerKind.PERCENT || layer.kind() == LayerKind.AMOUNT || layer.kind() == LayerKind.BOGO;
        return money && layer.tiers().isEmpty() && layer.equals(LayerTerms.of(layer.kind()).value(layer.value()).buyGet(layer.buy(), layer.get()).build());
    }

    private BigDecimal paid(PresentedTerms terms) {
        BigDecimal pay = terms.context().price().value().multiply(BigDecimal.valueOf(terms.context().quantity()));
        for (LayerTerms layer : terms.layers()) {
            pay = paid(pay, layer, terms.context());
        }
        return pay.setScale(tags.currency().digits(), RoundingMode.HALF_UP);
    }

    private static BigDecimal paid(BigDecimal before, LayerTerms layer, PresentedContext context) {
        return switch (layer.kind()) {
            case PERCENT -> before.multiply(HUNDRED.subtract(layer.value().value())).divide(HUNDRED);
            case AMOUNT -> before.subtract(layer.value().value());
            case BOGO -> {
                BigDecimal off = layer.value().isZero() ? HUNDRED : layer.value().value();
                BigDecimal given = context.price().value().multiply(BigDecimal.valueOf(layer.get()));
                yield before.subtract(given.multiply(off).divide(HUNDRED));
            }
            case NOW_PRICE, FREE_SHIPPING, GIFT -> throw new IllegalArgumentException("nothing to work out");
        };
    }

    private boolean oneIn(int count) {
        return random.nextInt(count) == 0;
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
