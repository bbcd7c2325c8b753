package dev.plaindeal.score;

import dev.plaindeal.money.Currency;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** Draws contexts, layers and stacks of every shape the format allows, from a seed. */
final class RandomTerms {

    private static final String[] CURRENCIES = {"USD", "EUR", "JPY", "IDR", "KWD", "MYR"};
    private static final String[] PERCENTS = {
        "2", "5", "8", "10", "12", "12.5", "15", "17", "20", "25", "30", "33", "35", "40", "45", "50", "52", "60", "75",
        "80", "90"
    };

    final SplittableRandom random;

    RandomTerms(long seed) {
        random = new SplittableRandom(seed);
    }

    boolean chance(double p) {
        return random.nextDouble() < p;
    }

    <T> T one(T[] of) {
        return of[random.nextInt(of.length)];
    }

    /** A price of one to six digits in a currency, ending anywhere. */
    PresentedContext context() {
        Currency currency = Currency.of(one(CURRENCIES));
        PresentedContext plain = new PresentedContext(price(currency), 1 + (chance(0.2) ? random.nextInt(5) : 0), currency, chance(0.1),
                chance(0.2), chance(0.2), !chance(0.2), chance(0.15), Select.ALL, "");
        return plain;
    }

    Numeral price(Currency currency) {
        BigDecimal unit = BigDecimal.ONE.movePointLeft(currency.digits());
        long minor = switch (random.nextInt(4)) {
            case 0 -> (1 + random.nextInt(20)) * 5L * currency.unit();
            case 1 -> (1 + random.nextInt(30)) * 10L * currency.unit() - 1;
            case 2 -> pow(10, random.nextInt(3)) * 10 * currency.unit();
            default -> 100 + random.nextLong(99_999);
        };
        return Numeral.of(unit.multiply(BigDecimal.valueOf(minor)));
    }

    static long pow(int base, int exponent) {
        long result = 1;
        for (int i = 0; i < exponent; i++) {
            result *= base;
        }
        return result;
    }

    /** An amount of money that is less than the price. */
    Numeral amount(PresentedContext context) {
        double share = 0.01 + 0.5 * random.nextDouble();
        BigDecimal exact = context.price().value().multiply(BigDecimal.valueOf(share));
        int digits = 1 + random.nextInt(4);
        BigDecimal shown = exact.round(new java.math.MathContext(digits, RoundingMode.UP))
                .setScale(context.currency().digits(), RoundingMode.UP);
        return Numeral.of(shown);
    }

    Numeral percent() {
        return chance(0.8)
                ? Numeral.of(one(PERCENTS))
                : Numeral.of(BigDecimal.valueOf(1 + random.nextInt(990), 1));
    }

    Numeral level(PresentedContext context) {
        double share = 0.2 + 1.3 * random.nextDouble();
        BigDecimal exact = context.price().value().multiply(BigDecimal.valueOf(share));
        return Numeral.of(exact.round(new java.math.MathContext(1 + random.nextInt(3), RoundingMode.UP))
                .setScale(context.currency().digits(), RoundingMode.UP));
    }

    Numeral reward(LayerKind kind, PresentedContext context) {
        return switch (kind) {
            case PERCENT -> percent();
            case AMOUNT, NOW_PRICE -> amount(context);
            default -> Numeral.ZERO;
        };
    }

    LayerTerms layer(PresentedContext context) {
        return layer(context, one(LayerKind.values()));
    }

    LayerTerms layer(PresentedContext context, LayerKind kind) {
        LayerBuilder layer = LayerTerms.of(kind).value(reward(kind, context));
        if (chance(0.2)) {
            layer.tiers(tiers(kind, context, 1 + random.nextInt(4)));
            layer.every(chance(0.2));
        } else if (chance(0.35)) {
            layer.threshold(level(context)).every(chance(0.3));
            layer.maxRepeats(chance(0.3) ? 3 : 0);
        }
        if (chance(0.1)) {
            layer.tiers(List.of()).threshold(Numeral.of("2")).unit(ThresholdUnit.ITEMS);
        }
        if (chance(0.25)) {
            layer.cap(amount(context));
        }
        layer.buyGet(1 + random.nextInt(3), 1 + random.nextInt(2));
        if (kind == LayerKind.BOGO && chance(0.4)) {
            layer.value(percent());
        }
        return print(layer).build();
    }

    private LayerBuilder print(LayerBuilder layer) {
        layer.activation(chance(0.5) ? LayerActivation.AUTO : one(LayerActivation.values())).codeLength(random.nextInt(15));
        layer.reach(chance(0.6) ? LayerReach.ORDER : one(LayerReach.values()));
        layer.expiry(chance(0.6) ? Expiry.NONE : one(Expiry.values())).foreignZone(chance(0.2));
        layer.exclusions(chance(0.3) ? random.nextInt(4) : 0).eligibility(chance(0.3) ? random.nextInt(4) : 0);
        layer.words(chance(0.3) ? random.nextInt(120) : 0).deferred(chance(0.1)).uncertain(chance(0.1));
        layer.basis(one(PercentBasis.values())).basisStated(chance(0.3));
        return chance(0.1) ? layer.currency(Currency.of("CNY")) : layer;
    }

    List<TierTerms> tiers(LayerKind kind, PresentedContext context, int count) {
        TreeMap<BigDecimal, TierTerms> byLevel = new TreeMap<>();
        for (int i = 0; i < count; i++) {
            Numeral level = level(context);
            byLevel.put(level.value(), new TierTerms(level, reward(kind, context)));
        }
        return new ArrayList<>(byLevel.values());
    }

    /** One to five layers of any kind, chosen in any way. */
    PresentedTerms terms() {
        return terms(1, 5);
    }

    PresentedTerms terms(int least, int most) {
        PresentedContext context = context();
        int count = least + random.nextInt(most - least + 1);
        List<LayerTerms> layers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            layers.add(layer(context));
        }
        return new PresentedTerms(chance(0.7) ? context : context.withSelect(one(Select.values())), layers);
    }

    int index(PresentedTerms terms) {
        return random.nextInt(terms.layers().size());
    }
}
