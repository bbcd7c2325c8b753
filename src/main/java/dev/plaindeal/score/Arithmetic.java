package dev.plaindeal.score;

import static dev.plaindeal.weights.StepKind.BORROW;
import static dev.plaindeal.weights.StepKind.CAP;
import static dev.plaindeal.weights.StepKind.COLUMN;
import static dev.plaindeal.weights.StepKind.DECIMALS;
import static dev.plaindeal.weights.StepKind.HOLD;
import static dev.plaindeal.weights.StepKind.PRODUCT;
import static dev.plaindeal.weights.StepKind.REPEAT;
import static dev.plaindeal.weights.StepKind.SAME_DIGIT;
import static dev.plaindeal.weights.StepKind.SUBTRACT;

import java.math.BigDecimal;
import java.util.List;

/** What one layer asks of the head, at the list price or at the span the other layers leave. */
final class Arithmetic {

    /** Dividing to find how often, and multiplying by it. */
    private static final int REPEAT_OPERATIONS = 2;

    private final LayerTerms layer;
    private final PresentedContext context;
    private final Numeral price;

    Arithmetic(LayerTerms layer, PresentedContext context) {
        this.layer = layer;
        this.context = context;
        this.price = context.price();
    }

    /**
     * Counts the layer's arithmetic but for its cap, and returns over how many operations another result is held. What comes off a later order
     * has none today.
     *
     * @param grounds what it may be worked out at, the price or the span left first
     * @param heldDigits digits of another result held meanwhile, 0 for none
     */
    int count(StepTally tally, List<Ground> grounds, int heldDigits) {
        if (layer.deferred()) {
            return 0;
        }
        int operations = switch (layer.kind()) {
            case PERCENT -> percent(tally, grounds, heldDigits);
            case AMOUNT -> amount(tally, grounds.get(0));
            case BOGO -> new BundleWork(tally.rates(), layer, context, grounds).count(tally);
            case NOW_PRICE, FREE_SHIPPING, GIFT -> 0;
        };
        return operations + (layer.every() && !layer.tiers().isEmpty() ? repeat(tally) : 0);
    }

    /** Counts what is held while a cap is looked at. */
    void countCap(StepTally tally, int digits) {
        if (layer.cap().isPresent() && !layer.deferred()) {
            tally.compute(CAP, HOLD, digits);
        }
    }

    private int percent(StepTally tally, List<Ground> grounds, int heldDigits) {
        PercentageWork hardest = percentage(tally, 0, grounds, heldDigits);
        for (int i = 1; i < layer.rewards(); i++) {
            PercentageWork other = percentage(tally, i, grounds, heldDigits);
            hardest = other.seconds() > hardest.seconds() ? other : hardest;
        }
        return hardest.count(tally);
    }

    private PercentageWork percentage(StepTally tally, int index, List<Ground> grounds, int heldDigits) {
        return new PercentageWork(
                tally.rates(), layer.reward(index), grounds, context.currency().digits(), heldDigits);
    }

    private int amount(StepTally tally, Ground ground) {
        Numeral hardest = layer.reward(0);
        double most = columns(tally.rates(), hardest, ground);
        for (int i = 1; i < layer.rewards(); i++) {
            Numeral other = layer.reward(i);
            double seconds = columns(tally.rates(), other, ground);
            if (seconds > most) {
                most = seconds;
                hardest = other;
            }
        }
        subtract(tally, hardest, ground);
        return 1;
    }

    private double columns(Rates rates, Numeral amount, Ground ground) {
        int same = same(amount, ground);
        return same * rates.of(SAME_DIGIT)
                + (amount.nonZero() - same) * rates.of(COLUMN)
                + borrows(amount, ground) * rates.of(BORROW)
                + (decimals(amount, ground) ? rates.of(DECIMALS) : 0);
    }

    private void subtract(StepTally tally, Numeral amount, Ground ground) {
        int same = same(amount, ground);
        tally.meetInHead(SUBTRACT);
        tally.compute(SUBTRACT, SAME_DIGIT, same);
        tally.compute(SUBTRACT, COLUMN, amount.nonZero() - (double) same);
        tally.compute(SUBTRACT, BORROW, borrows(amount, ground));
        tally.compute(SUBTRACT, DECIMALS, decimals(amount, ground) ? 1 : 0);
    }

    private static boolean decimals(Numeral amount, Ground ground) {
        return amount.hasDecimals() || ground.span().lowest() < 0;
    }

    /** The borrows there are, or those to be expected where the digits are not known. */
    private double borrows(Numeral amount, Ground ground) {
        return isKnown(ground) ? price.borrows(amount) : StepTally.EXPECTED_BORROW * amount.nonZero();
    }

    /** A repeated amount is worked out first, one in another currency converted. */
    private boolean isKnown(Ground ground) {
        return ground.kind() == Ground.Kind.PRICE
                && !layer.every()
                && (layer.currency().isEmpty() || layer.currency().get() == context.currency());
    }

    /** Columns with the price's own digit: seen at once, but only where the price is what it is taken off. */
    private int same(Numeral amount, Ground ground) {
        if (!isKnown(ground)) {
            return 0;
        }
        int same = 0;
        for (int at = amount.lowest(); at <= amount.highest(); at++) {
            int digit = amount.digitAt(at);
            same += digit != 0 && digit == price.digitAt(at) ? 1 : 0;
        }
        return same;
    }

    private int repeat(StepTally tally) {
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
        return REPEAT_OPERATIONS;
    }

    private Numeral measured() {
        return layer.unit() == ThresholdUnit.MONEY
                ? price
                : Numeral.of(BigDecimal.valueOf(context.quantity()));
    }
}
