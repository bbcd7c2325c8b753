package dev.plaindeal.weights;

/**
 * The kinds of step a buyer goes through to check the price to pay, each with its seconds in {@code rules/simplicity/}.
 *
 * <p>Three sorts. An <em>act</em> is what is counted: reading a number, a column of a subtraction. A <em>matter</em> is
 * what the acts are about and what a reason is named after: the percent, the cap. A matter happens once per layer it
 * arises in and starts at 0 s, so that marketing can make the whole matter harder. Some kinds are <em>both</em>.
 */
public enum StepKind {
    /** Reading one number or term. */
    READ(Sort.ACT, 10),
    /** One printed digit beyond four. */
    READ_DIGIT(Sort.ACT, 2),
    /** One word of conditions, the first forty of a layer. */
    WORD(Sort.ACT, 2),
    /** One word of conditions after the fortieth, where most skim. */
    LATER_WORD(Sort.ACT, 2),
    /** Comparing two numbers. */
    COMPARE(Sort.ACT, 10),
    /** What a comparison takes more when the numbers are equal; falls to nothing at 20 % apart. */
    NEARNESS(Sort.ACT, 5),
    /** One non-zero digit of a threshold beyond its first. */
    THRESHOLD_DIGIT(Sort.ACT, 5),
    /** One column added or subtracted. */
    COLUMN(Sort.ACT, 10),
    /** One borrow or carry; where the digits are not known, 0.45 of one for each column. */
    BORROW(Sort.ACT, 10),
    /** One column where the digit is the price's own: 47.99 less 7.99. */
    SAME_DIGIT(Sort.ACT, 10),
    /** Keeping decimals aligned in a subtraction. */
    DECIMALS(Sort.ACT, 5),
    /** One digit times one digit. */
    PRODUCT(Sort.ACT, 10),
    /** One column of an addition in the head, doubling included. */
    ADD(Sort.ACT, 10),
    /** Halving one digit. */
    HALVE(Sort.ACT, 10),
    /** Taking a tenth: moving the point. */
    SHIFT(Sort.ACT, 10),
    /** Rounding to the minor unit. */
    ROUND(Sort.ACT, 10),
    /** Holding one digit in mind over one operation. */
    HOLD(Sort.BOTH, 5),
    /** One decision. */
    DECIDE(Sort.ACT, 10),
    /** Ticking a box. */
    CLICK(Sort.BOTH, 30),
    /** Collecting a voucher beforehand. */
    CLAIM(Sort.BOTH, 30),
    /** Finding the place for a code and sending it. */
    CODE(Sort.BOTH, 30),
    /** One character of a code. */
    CODE_CHAR(Sort.ACT, 5),
    /** Checking an end date. */
    DATE(Sort.ACT, 30),
    /** Checking a start and an end. */
    WINDOW(Sort.ACT, 30),
    /** Turning the seller's time zone into one's own. */
    ZONE(Sort.ACT, 30),
    /** One thing that is excluded. */
    EXCLUSION(Sort.BOTH, 30),
    /** One thing the buyer has to be. */
    ELIGIBILITY(Sort.BOTH, 30),
    /** It counts for one store only. */
    SCOPE_STORE(Sort.ACT, 30),
    /** It counts for a category only. */
    SCOPE_CATEGORY(Sort.ACT, 30),
    /** It counts for a list of skus only. */
    SCOPE_SKUS(Sort.ACT, 30),
    /** The money comes off a later order. */
    DEFERRED(Sort.BOTH, 30),
    /** What is given is not known beforehand. */
    UNCERTAIN(Sort.BOTH, 30),
    /** One further percentage that compounds. */
    TRAP(Sort.ACT, 30),

    /** Reading the price. */
    READ_PRICE(Sort.MATTER, 10),
    /** Reading the price to pay, where it is shown. */
    READ_TO_PAY(Sort.MATTER, 10),
    /** Reading what the layer gives. */
    READ_TERM(Sort.MATTER, 10),
    /** Forming a percentage. */
    PERCENT(Sort.MATTER, 10),
    /** Taking an amount off. */
    SUBTRACT(Sort.MATTER, 10),
    /** Checking a threshold. */
    THRESHOLD(Sort.MATTER, 10),
    /** Finding the tier that applies. */
    TIERS(Sort.MATTER, 10),
    /** Working out "every". */
    REPEAT(Sort.MATTER, 10),
    /** Checking a cap. */
    CAP(Sort.MATTER, 10),
    /** Working out buy-x-get-y. */
    BUNDLE(Sort.MATTER, 10),
    /** Judging a gift. */
    GIFT(Sort.MATTER, 10),
    /** Reading the conditions. */
    WORDS(Sort.MATTER, 10),
    /** Checking what it counts for. */
    SCOPE(Sort.MATTER, 10),
    /** Checking whether it still holds. */
    EXPIRY(Sort.MATTER, 10),
    /** Converting a foreign currency. */
    CURRENCY(Sort.MATTER, 10),
    /** Seeing that one more layer comes on top. */
    JOIN(Sort.MATTER, 10),
    /** Percentages of percentages. */
    COMPOUND(Sort.MATTER, 10),
    /** Which subtotal does a threshold measure? */
    WHICH_SUBTOTAL(Sort.MATTER, 10),
    /** Is the percentage taken before or after the amount? */
    ORDER(Sort.MATTER, 10),
    /** Choosing one of several. */
    CHOICE(Sort.MATTER, 10);

    /** What a kind is used for. */
    public enum Sort {
        /** Counted, under some matter. */
        ACT,
        /** Names a reason; its own seconds come once per occurrence. */
        MATTER,
        /** Counted under its own name. */
        BOTH
    }

    private final Sort sort;
    private final double most;

    StepKind(Sort sort, double most) {
        this.sort = sort;
        this.most = most;
    }

    /** What it is used for. */
    public Sort sort() {
        return sort;
    }

    /** The most seconds a rule may give one step of this kind. */
    public double most() {
        return most;
    }
}
