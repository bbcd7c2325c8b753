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
        tally.meetInHead(READ_TERM);
        switch (layer.kind()) {
            case PERCENT -> rewards(0);
            case AMOUNT, NOW_PRICE -> rewards(decimals());
            case BOGO -> {
                tally.compute(READ_TERM, READ, (layer.isInPart() ? 3.0 : 2.0) * layer.rewards());
                tally.compute(BUNDLE, COMPARE, 1);
            }
            case FREE_SHIPPING -> tally.compute(READ_TERM, READ, layer.rewards());
            case GIFT -> {
                tally.compute(READ_TERM, READ, layer.rewards());
                tally.meet(GIFT);
                tally.add(GIFT, DECIDE, 1);
            }
        }
    }

    private void rewards(int decimals) {
        for (int i = 0; i < layer.rewards(); i++) {
            check(READ_TERM, layer.reward(i), decimals, tally);
        }
    }

    private void thresholds() {
        int count = layer.tiers().size();
        if (count == 0) {
            return;
        }
        tally.meetInHead(THRESHOLD);
        for (int i = 0; i < count; i++) {
            threshold(layer.tiers().get(i).threshold());
        }
        if (count > 1) {
            tally.meetInHead(TIERS);
            tally.compute(TIERS, DECIDE, 1);
        }
        if (layer.every() && layer.maxRepeats() > 0) {
            tally.compute(REPEAT, READ, 1);
            tally.compute(REPEAT, COMPARE, 1);
        }
    }

    private void threshold(Numeral threshold) {
        boolean money = layer.unit() == ThresholdUnit.MONEY;
        check(THRESHOLD, threshold, money ? decimals() : 0, tally);
        tally.compute(THRESHOLD, COMPARE, 1);
        tally.compute(THRESHOLD, THRESHOLD_DIGIT, threshold.nonZero() - 1.0);
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
        tally.compute(THRESHOLD, NEARNESS, Math.max(0, 1 - apart / NEAR));
        if (missing > 0) {
            tally.compute(THRESHOLD, DECIDE, 1);
            tally.compute(THRESHOLD, READ, 1);
            tally.columns(THRESHOLD, 1);
        }
    }

    private void cap() {
        if (layer.cap().isPresent()) {
            tally.meetInHead(CAP);
            check(CAP, layer.cap().get(), decimals(), tally);
            tally.compute(CAP, COMPARE, 1);
            tally.compute(CAP, DECIDE, 1);
        }
    }

    private void conditions() {
        tally.compute(EXCLUSION, EXCLUSION, layer.exclusions());
        tally.compute(ELIGIBILITY, ELIGIBILITY, layer.eligibility());
        switch (layer.reach()) {
            case ORDER -> { }
            case STORE -> checking(SCOPE, SCOPE_STORE);
            case CATEGORY -> checking(SCOPE, SCOPE_CATEGORY);
            case SKU_LIST -> checking(SCOPE, SCOPE_SKUS);
        }
        switch (layer.expiry()) {
            case NONE -> { }
            case DATE -> expiry(DATE);
            case WINDOW -> expiry(WINDOW);
        }
        if (layer.words() > 0) {
            tally.meetInHead(WORDS);
            tally.compute(WORDS, WORD, Math.min(layer.words(), WORDS_READ));
            tally.compute(WORDS, LATER_WORD, Math.max(0, layer.words() - WORDS_READ));
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

    private void checking(StepKind matter, StepKind act) {
        tally.meetInHead(matter);
        tally.compute(matter, act, 1);
    }

    private void times(StepKind both, int count) {
        tally.add(both, both, count);
    }

    private static void convert(Numeral amount, StepTally tally) {
        tally.add(CURRENCY, PRODUCT, Math.min(CONVERTED_DIGITS, amount.nonZero()));
        tally.add(CURRENCY, HOLD, 2);
    }

    /** Reading a number that serves to check the price. */
    private static void check(StepKind matter, Numeral number, int decimals, StepTally tally) {
        tally.compute(matter, READ, 1);
        tally.compute(matter, READ_DIGIT, Math.max(0, number.printed(decimals) - EASY_DIGITS));
    }

    private static void read(StepKind matter, Numeral number, int decimals, StepTally tally) {
        tally.add(matter, READ, 1);
        tally.add(matter, READ_DIGIT, Math.max(0, number.printed(decimals) - EASY_DIGITS));
    }
}
