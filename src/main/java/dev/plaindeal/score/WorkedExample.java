package dev.plaindeal.score;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What a buyer works out, in plain sentences with their numbers: for people who want to see what the seconds of a score are spent on.
 *
 * <p>Amounts are rounded half up to the currency's minor unit, as a buyer would; a promotion's own rounding may differ by one. Layers
 * are taken one after the other in the order given, each of what is left, or of the list price where it says so; where one of several
 * counts each is worked out by itself.
 *
 * <p>Worked number: 10 % off 47.99 dollars is {@code 10 % of 47.99 is 4.80} and {@code 47.99 less 4.80 is 43.19}.
 */
public final class WorkedExample {

    private static final int PERCENT_DECIMALS = 2;

    private final PresentedTerms terms;
    private final int decimals;
    private final List<String> sentences = new ArrayList<>();
    private BigDecimal left;
    /** What all of it costs without a promotion. */
    private BigDecimal whole;
    private double mostOff;

    private WorkedExample(PresentedTerms terms) {
        this.terms = terms;
        this.decimals = terms.context().currency().digits();
        this.left = price();
        this.whole = left;
    }

    /** The sentences, without their ends; at least one. */
    public static List<String> of(PresentedTerms terms) {
        return List.copyOf(worked(terms).sentences);
    }

    /**
     * How much of the price comes off in it, in percent; 0 where nothing does now, as with a gift. Where one of several counts, the
     * most of any. 10 % off is 10, and one of two for nothing is 50.
     */
    public static double percentOff(PresentedTerms terms) {
        return worked(terms).mostOff;
    }

    private static WorkedExample worked(PresentedTerms terms) {
        WorkedExample example = new WorkedExample(terms);
        for (LayerTerms layer : terms.layers()) {
            example.layer(layer);
            example.mostOff = Math.max(example.mostOff, example.off());
        }
        return example;
    }

    private double off() {
        return whole.signum() == 0 ? 0 : whole.subtract(left).movePointRight(PERCENT_DECIMALS).doubleValue() / whole.doubleValue();
    }

    private BigDecimal price() {
        return terms.context().price().value();
    }

    private void layer(LayerTerms layer) {
        if (terms.context().select() != Select.ALL) {
            left = price();
            whole = left;
        }
        if (layer.currency().isPresent()) {
            sentences.add("its amounts are in " + layer.currency().get() + " and have to be converted first");
            return;
        }
        if (layer.unit() == ThresholdUnit.MONEY && !layer.tiers().isEmpty() && !isReached(layer)) {
            return;
        }
        switch (layer.kind()) {
            case PERCENT -> percent(layer);
            case AMOUNT -> amount(layer);
            case NOW_PRICE -> priceNow(layer);
            case BOGO -> bundle(layer);
            case FREE_SHIPPING -> sentences.add("the shipping fee is not paid");
            case GIFT -> sentences.add("a gift comes with it");
        }
    }

    private boolean isReached(LayerTerms layer) {
        BigDecimal threshold = tier(layer).threshold().value();
        boolean reached = left.compareTo(threshold) >= 0;
        sentences.add(money(left) + (reached ? " is at least " : " is less than ") + money(threshold) + (reached ? "" : ", so nothing comes off"));
        return reached;
    }

    /** The highest that the price, or the number of items at hand, reaches; the lowest where it reaches none. */
    private TierTerms tier(LayerTerms layer) {
        Comparator<TierTerms> lowestFirst = Comparator.comparing(tier -> tier.threshold().value());
        BigDecimal level = layer.unit() == ThresholdUnit.MONEY ? left : BigDecimal.valueOf(terms.context().quantity());
        return layer.tiers().stream()
                .filter(tier -> tier.threshold().value().compareTo(level) <= 0)
                .max(lowestFirst)
                .orElseGet(() -> layer.tiers().stream().min(lowestFirst).orElseThrow());
    }

    private BigDecimal value(LayerTerms layer) {
        return layer.tiers().isEmpty() ? layer.value().value() : tier(layer).value().value();
    }

    /** Where so many items are asked for and the price is that of one, it is worked out for so many. */
    private void items(LayerTerms layer) {
        boolean counted = layer.unit() == ThresholdUnit.ITEMS && !layer.tiers().isEmpty() && terms.context().quantity() == 1;
        if (counted) {
            several(tier(layer).threshold().value());
        }
    }

    private void several(BigDecimal items) {
        if (items.compareTo(BigDecimal.ONE) > 0) {
            BigDecimal one = left;
            left = one.multiply(items);
            whole = whole.multiply(items);
            sentences.add(items.toPlainString() + " items at " + money(one) + " are " + money(left));
        }
    }

    private void percent(LayerTerms layer) {
        BigDecimal one = left;
        items(layer);
        boolean ofOneItem = layer.every() && layer.unit() == ThresholdUnit.ITEMS;
        BigDecimal of = ofOneItem ? one : layer.basis() == PercentBasis.LIST && left.compareTo(price()) < 0 ? price() : left;
        BigDecimal off = of.multiply(value(layer)).movePointLeft(PERCENT_DECIMALS).setScale(decimals, RoundingMode.HALF_UP);
        sentences.add(plain(value(layer)) + " % of " + money(of) + " is " + money(off));
        takeOff(layer, off);
    }

    private void amount(LayerTerms layer) {
        BigDecimal before = left;
        items(layer);
        BigDecimal off = value(layer);
        if (layer.every() && layer.unit() == ThresholdUnit.MONEY && !layer.tiers().isEmpty()) {
            BigDecimal times = before.divideToIntegralValue(tier(layer).threshold().value());
            BigDecimal most = layer.maxRepeats() > 0 ? times.min(BigDecimal.valueOf(layer.maxRepeats())) : times;
            off = off.multiply(most);
            if (most.compareTo(BigDecimal.ONE) > 0) {
                sentences.add(plain(most) + " times " + money(value(layer)) + " is " + money(off));
            }
        }
        takeOff(layer, off);
    }

    private void takeOff(LayerTerms layer, BigDecimal promised) {
        BigDecimal off = promised;
        if (layer.cap().isPresent() && off.compareTo(layer.cap().get().value()) > 0) {
            off = layer.cap().get().value();
            sentences.add("at most " + money(off) + " comes off");
        }
        off = off.min(left);
        if (layer.deferred()) {
            sentences.add(money(off) + " comes back later, " + money(left) + " is paid now");
            return;
        }
        sentences.add(money(left) + " less " + money(off) + " is " + money(left.subtract(off)));
        left = left.subtract(off);
    }

    private void priceNow(LayerTerms layer) {
        items(layer);
        sentences.add("the price now is " + money(value(layer)) + " instead of " + money(left));
        left = value(layer).min(left);
    }

    private void bundle(LayerTerms layer) {
        BigDecimal one = left;
        if (terms.context().quantity() == 1) {
            several(BigDecimal.valueOf((long) layer.buy() + layer.get()));
        }
        BigDecimal off = one;
        if (layer.isInPart()) {
            off = one.multiply(layer.value().value()).movePointLeft(PERCENT_DECIMALS).setScale(decimals, RoundingMode.HALF_UP);
            sentences.add(plain(layer.value().value()) + " % of " + money(one) + " is " + money(off));
        }
        if (layer.get() > 1) {
            BigDecimal each = off;
            off = each.multiply(BigDecimal.valueOf(layer.get()));
            sentences.add(layer.get() + " times " + money(each) + " is " + money(off));
        }
        takeOff(layer, off);
    }

    private String money(BigDecimal amount) {
        return amount.setScale(Math.max(decimals, amount.stripTrailingZeros().scale())).toPlainString();
    }

    private static String plain(BigDecimal number) {
        BigDecimal bare = number.stripTrailingZeros();
        return (bare.scale() < 0 ? bare.setScale(0) : bare).toPlainString();
    }
}
