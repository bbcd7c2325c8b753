package dev.plaindeal.score;

import static dev.plaindeal.weights.StepKind.ADD;
import static dev.plaindeal.weights.StepKind.BUNDLE;
import static dev.plaindeal.weights.StepKind.CAP;
import static dev.plaindeal.weights.StepKind.COLUMN;
import static dev.plaindeal.weights.StepKind.DECIDE;
import static dev.plaindeal.weights.StepKind.DECIMALS;
import static dev.plaindeal.weights.StepKind.HOLD;
import static dev.plaindeal.weights.StepKind.JOIN;
import static dev.plaindeal.weights.StepKind.PRODUCT;
import static dev.plaindeal.weights.StepKind.REPEAT;
import static dev.plaindeal.weights.StepKind.SAME_DIGIT;
import static dev.plaindeal.weights.StepKind.SUBTRACT;

/**
 * What one layer asks of the head, at the list price or at the span the other layers leave.
 *
 * <p>A layer that joins others takes a decision more, and the result so far is held over each of its operations.
 */
final class Arithmetic {

    private final LayerTerms layer;
    private final PresentedContext context;
    private final Numeral price;

    Arithmetic(LayerTerms layer, PresentedContext context) {
        this.layer = layer;
        this.context = context;
        this.price = context.price();
    }

    /** Counts the layer's arithmetic. */
    void count(StepTally tally, Span span, MarketPlace place) {
        int stages = switch (layer.kind()) {
            case PERCENT -> percent(tally, span, place);
            case AMOUNT -> amount(tally, span, place);
            case NOW_PRICE -> nowPrice(tally, span, place);
            case BOGO -> bundle(tally, span);
            case FREE_SHIPPING, GIFT -> 0;
        };
        if (layer.cap().isPresent()) {
            tally.compute(CAP, HOLD, span.digits());
        }
        if (layer.every() && !layer.tiers().isEmpty()) {
            repeat(tally);
        }
        if (place == MarketPlace.JOINED) {
            tally.meet(JOIN);
            tally.add(JOIN, DECIDE, 1);
            tally.compute(HOLD, HOLD, span.digits() * (double) stages);
        }
    }

    private int percent(StepTally tally, Span span, MarketPlace place) {
        int held = place == MarketPlace.JOINED ? span.digits() : 0;
        PercentageWork hardest = percentage(tally, 0, span, held);
        for (int i = 1; i < layer.rewards(); i++) {
            PercentageWork other = percentage(tally, i, span, held);
            hardest = other.seconds() > hardest.seconds() ? other : hardest;
        }
        return hardest.count(tally);
    }

    private PercentageWork percentage(StepTally tally, int index, Span span, int held) {
        return new PercentageWork(
                tally.rates(), layer.reward(index), span, context.currency().digits(), held);
    }

    private int amount(StepTally tally, Span span, MarketPlace place) {
        Numeral hardest = layer.reward(0);
        double most = columns(tally, hardest, span, place);
        for (int i = 1; i < layer.rewards(); i++) {
            Numeral other = layer.reward(i);
            double seconds = columns(tally, other, span, place);
            if (seconds > most) {
                most = seconds;
                hardest = other;
            }
        }
        subtract(tally, hardest, span, place);
        return 1;
    }

    private double columns(StepTally tally, Numeral amount, Span span, MarketPlace place) {
        int same = same(amount, place);
        return same * tally.rates().of(SAME_DIGIT)
                + (amount.nonZero() - same) * tally.rates().of(COLUMN)
                + (decimals(amount, span) ? tally.rates().of(DECIMALS) : 0);
    }

    private void subtract(StepTally tally, Numeral amount, Span span, MarketPlace place) {
        int same = same(amount, place);
        tally.meetInHead(SUBTRACT);
        tally.compute(SUBTRACT, SAME_DIGIT, same);
        tally.compute(SUBTRACT, COLUMN, amount.nonZero() - (double) same);
        tally.compute(SUBTRACT, DECIMALS, decimals(amount, span) ? 1 : 0);
    }

    private static boolean decimals(Numeral amount, Span span) {
        return amount.hasDecimals() || span.lowest() < 0;
    }

    /** Columns with the price's own digit: seen at once, but only where the price is what it is taken off. */
    private int same(Numeral amount, MarketPlace place) {
        if (place != MarketPlace.ALONE || layer.every()) {
            return 0;
        }
        int same = 0;
        for (int at = amount.lowest(); at <= amount.highest(); at++) {
            int digit = amount.digitAt(at);
            same += digit != 0 && digit == price.digitAt(at) ? 1 : 0;
        }
        return same;
    }

    /** Alone it is only read; next to other layers the buyer has to know what it takes off. */
    private int nowPrice(StepTally tally, Span span, MarketPlace place) {
        if (place == MarketPlace.ALONE) {
            return 1;
        }
        Numeral hardest = Numeral.ZERO;
        for (int i = 0; i < layer.rewards(); i++) {
            Numeral saving = price.apart(layer.reward(i));
            hardest = saving.nonZero() > hardest.nonZero() ? saving : hardest;
        }
        subtract(tally, hardest, span, place);
        return 1;
    }

    /** The price times the units to be paid: once is free, twice an addition. */
    private int bundle(StepTally tally, Span span) {
        int set = layer.buy() + layer.get();
        int paid = context.quantity() == 1
                ? layer.buy()
                : context.quantity() - context.quantity() / set * layer.get();
        tally.meetInHead(BUNDLE);
        if (paid == 2) {
            tally.compute(BUNDLE, ADD, span.digits());
        } else if (paid > 2) {
            int digits = Numeral.of(java.math.BigDecimal.valueOf(paid)).nonZero();
            tally.compute(BUNDLE, PRODUCT, span.digits() * (double) digits);
        }
        return 1;
    }

    private void repeat(StepTally tally) {
        int quotient = 1;
        int reward = 1;
        for (int i = 0; i < layer.tiers().size(); i++) {
            TierTerms tier = layer.tiers().get(i);
            quotient = Math.max(quotient, measured().quotientDigits(tier.threshold()));
            reward = Math.max(reward, tier.value().nonZero());
        }
        tally.meetInHead(REPEAT);
        tally.compute(REPEAT, PRODUCT, quotient + (double) reward);
        tally.compute(REPEAT, HOLD, 2);
    }

    private Numeral measured() {
        return layer.unit() == ThresholdUnit.MONEY
                ? price
                : Numeral.of(java.math.BigDecimal.valueOf(context.quantity()));
    }
}
