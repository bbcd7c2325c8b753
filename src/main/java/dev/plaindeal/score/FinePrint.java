package dev.plaindeal.score;

import static dev.plaindeal.weights.StepKind.*;

import dev.plaindeal.weights.StepKind;

/** What one layer asks besides arithmetic: reading, checking, acting. The same wherever the layer is met. */
final class FinePrint {

    private static final int EASY_DIGITS = 4;
    private static final int WORDS_READ = 40;
    private static final double NEAR = 0.2;
    /** Equal prices differ by nothing; the last bits of a quotient must not decide what is within a fifth. */
    private static final double GRAIN = 1e-12;
    private static final int CONVERTED_DIGITS = 2;

    private final LayerTerms layer;
    private final PresentedContext context;
    private final StepTally tally;

    FinePrint(LayerTerms layer, PresentedContext context, StepTally tally) {
        this.layer = layer;
        this.context = context;
        this.tally = tally;
    }

    /** Reading the price, and converting it where it is foreign. */
    static void countPrice(PresentedContext context, StepTally tally) {
        tally.meet(READ_PRICE);
        read(READ_PRICE, context.price(), context.currency().digits(), tally);
        if (context.priceForeign()) {
            tally.meet(CURRENCY);
            tally.add(CURRENCY, READ, 1);
            convert(context.price(), tally);
        }
    }

    /** Counts the layer's steps. */
    void count() {
        terms();
        thresholds();
        cap();
        conditions();
        acting();
        benefit();
        currency();
    }

    private void terms() {
        tally.meet(READ_TERM);
        switch (layer.kind()) {
            case PERCENT -> rewards(0);
            case AMOUNT, NOW_PRICE -> rewards(decimals());
            case BOGO -> {
                tally.add(READ_TERM, READ, 2.0 * layer.rewards());
                tally.add(BUNDLE, COMPARE, 1);
            }
            case FREE_SHIPPING -> tally.add(READ_TERM, READ, layer.rewards());
            case GIFT -> {
                tally.add(READ_TERM, READ, layer.rewards());
                tally.meet(GIFT);
                tally.add(GIFT, DECIDE, 1);
            }
        }
    }

    private void rewards(int decimals) {
        for (int i = 0; i < layer.rewards(); i++) {
            read(READ_TERM, layer.reward(i), decimals, tally);
        }
    }

    private void thresholds() {
        int count = layer.tiers().size();
        if (count == 0) {
            return;
        }
        tally.meet(THRESHOLD);
        for (int i = 0; i < count; i++) {
            threshold(layer.tiers().get(i).threshold());
        }
        if (count > 1) {
            tally.meet(TIERS);
            tally.add(TIERS, DECIDE, 1);
        }
        if (layer.every() && layer.maxRepeats() > 0) {
            tally.add(REPEAT, READ, 1);
            tally.add(REPEAT, COMPARE, 1);
        }
    }

    private void threshold(Numeral threshold) {
        boolean money = layer.unit() == ThresholdUnit.MONEY;
        read(THRESHOLD, threshold, money ? decimals() : 0, tally);
        tally.add(THRESHOLD, COMPARE, 1);
        tally.add(THRESHOLD, THRESHOLD_DIGIT, threshold.nonZero() - 1.0);
        // A handful of items is seen at a glance, and money in another currency is not near anything.
        if (money && !foreign()) {
            near(threshold);
        }
    }

    private void near(Numeral threshold) {
        double missing = threshold.approximate() - context.price().approximate();
        double apart = Math.abs(missing) / threshold.approximate();
        if (apart > NEAR + GRAIN) {
            return;
        }
        tally.add(THRESHOLD, NEARNESS, Math.max(0, 1 - apart / NEAR));
        if (missing > 0) {
            tally.add(THRESHOLD, DECIDE, 1);
            tally.add(THRESHOLD, READ, 1);
            tally.add(THRESHOLD, COLUMN, 1);
        }
    }

    private void cap() {
        if (layer.cap().isPresent()) {
            tally.meet(CAP);
            read(CAP, layer.cap().get(), decimals(), tally);
            tally.add(CAP, COMPARE, 1);
            tally.add(CAP, DECIDE, 1);
        }
    }

    private void conditions() {
        times(EXCLUSION, layer.exclusions());
        times(ELIGIBILITY, layer.eligibility());
        switch (layer.reach()) {
            case ORDER -> { }
            case STORE -> under(SCOPE, SCOPE_STORE);
            case CATEGORY -> under(SCOPE, SCOPE_CATEGORY);
            case SKU_LIST -> under(SCOPE, SCOPE_SKUS);
        }
        switch (layer.expiry()) {
            case NONE -> { }
            case DATE -> expiry(DATE);
            case WINDOW -> expiry(WINDOW);
        }
        if (layer.words() > 0) {
            tally.meet(WORDS);
            tally.add(WORDS, WORD, Math.min(layer.words(), WORDS_READ));
            tally.add(WORDS, LATER_WORD, Math.max(0, layer.words() - WORDS_READ));
        }
    }

    private void expiry(StepKind act) {
        under(EXPIRY, act);
        if (layer.foreignZone()) {
            tally.add(EXPIRY, ZONE, 1);
        }
    }

    private void acting() {
        switch (layer.activation()) {
            case AUTO -> { }
            case CLICK -> tally.add(CLICK, CLICK, 1);
            case CLAIM -> tally.add(CLAIM, CLAIM, 1);
            case CODE -> {
                tally.add(CODE, CODE, 1);
                tally.add(CODE, CODE_CHAR, layer.codeLength());
            }
        }
    }

    private void benefit() {
        times(DEFERRED, layer.deferred() ? 1 : 0);
        times(UNCERTAIN, layer.uncertain() ? 1 : 0);
    }

    /** One reading of the rate, then every amount of money the layer states. */
    private void currency() {
        if (!foreign()) {
            return;
        }
        tally.meet(CURRENCY);
        tally.add(CURRENCY, READ, 1);
        boolean money = layer.kind() == LayerKind.AMOUNT || layer.kind() == LayerKind.NOW_PRICE;
        for (int i = 0; money && i < layer.rewards(); i++) {
            convert(layer.reward(i), tally);
        }
        for (int i = 0; layer.unit() == ThresholdUnit.MONEY && i < layer.tiers().size(); i++) {
            convert(layer.tiers().get(i).threshold(), tally);
        }
        if (layer.cap().isPresent()) {
            convert(layer.cap().get(), tally);
        }
    }

    private boolean foreign() {
        return layer.currency().isPresent() && layer.currency().get() != context.currency();
    }

    private int decimals() {
        return layer.currency().isPresent()
                ? layer.currency().get().digits()
                : context.currency().digits();
    }

    private void under(StepKind matter, StepKind act) {
        tally.meet(matter);
        tally.add(matter, act, 1);
    }

    private void times(StepKind both, int count) {
        tally.add(both, both, count);
    }

    private static void convert(Numeral amount, StepTally tally) {
        tally.add(CURRENCY, PRODUCT, Math.min(CONVERTED_DIGITS, amount.nonZero()));
        tally.add(CURRENCY, HOLD, 2);
    }

    private static void read(StepKind matter, Numeral number, int decimals, StepTally tally) {
        tally.add(matter, READ, 1);
        tally.add(matter, READ_DIGIT, Math.max(0, number.printed(decimals) - EASY_DIGITS));
    }
}
