package dev.plaindeal.price;

import dev.plaindeal.money.Amounts;
import dev.plaindeal.money.Currency;
import dev.plaindeal.money.Percent;
import dev.plaindeal.offer.Offer;
import dev.plaindeal.offer.OfferTerms;
import dev.plaindeal.offer.Scope;
import dev.plaindeal.offer.Threshold;
import dev.plaindeal.policy.Basis;
import dev.plaindeal.policy.Conventions;
import dev.plaindeal.price.Outcome.Missed;
import dev.plaindeal.price.Units.Run;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;

/** One offer asked for its money at one point of the stack: everything its arithmetic needs. */
final class PricingContext {

    private static final long[] NOTHING = new long[0];

    final Ledger ledger;
    final Offer offer;
    final OfferTerms terms;
    final Conventions conventions;
    final Currency currency;
    /** Prices a percentage is taken of, by line. */
    final long[] base;
    /** Prices a threshold measures, by line. */
    final long[] measured;
    final boolean[] inScope;
    /** Lines that count towards what has to be spent, also where the offer is narrowed to some of them. */
    final boolean[] counted;
    /** What this is some lines of; itself otherwise. */
    private final PricingContext whole;
    private @Nullable Map<Threshold, Missed> beyondScope;

    PricingContext(Ledger ledger, Offer offer, Conventions conventions, long[] finals, boolean[] admitted) {
        this.ledger = ledger;
        this.offer = offer;
        this.terms = offer.terms();
        this.conventions = conventions;
        this.currency = ledger.goods.currency;
        this.base = ledger.prices(percentBasis(), finals);
        this.measured = measured(ledger, offer, conventions.thresholdOn(), finals);
        this.inScope = notExcluded(admitted);
        this.counted = offer.lines().isEmpty() ? inScope : notExcluded(ledger.goods.which(offer::isFor));
        this.whole = this;
    }

    private PricingContext(PricingContext whole, int[] lines) {
        this.ledger = whole.ledger.only(lines);
        this.offer = whole.offer;
        this.terms = whole.terms;
        this.conventions = whole.conventions;
        this.currency = whole.currency;
        this.base = Ledger.only(whole.base, lines);
        this.measured = Ledger.only(whole.measured, lines);
        this.inScope = new boolean[lines.length];
        Arrays.fill(inScope, true);
        this.counted = this.inScope;
        this.whole = whole;
    }

    /** The same asked for some of the lines in its scope as if there were no other: they are lines 0, 1 and so on then. */
    PricingContext only(int[] lines) {
        return new PricingContext(this, lines);
    }

    /** What a threshold finds that counts more than the scope: all lines, also where one is asked about alone. */
    Missed beyondScope(Threshold threshold) {
        if (whole.beyondScope == null) {
            whole.beyondScope = new HashMap<>();
        }
        return whole.beyondScope.computeIfAbsent(threshold, one -> ThresholdCheck.measure(whole, one.level(), whole.countedBy(one)));
    }

    private boolean[] countedBy(Threshold threshold) {
        boolean[] counts = new boolean[inScope.length];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = offer.counts(ledger.goods.lines[i], threshold);
        }
        return counts;
    }

    /** Its own promotion's other statements aside: what a promotion gives never defeats what it asks. */
    private static long[] measured(Ledger ledger, Offer offer, Basis basis, long[] finals) {
        long[] prices = ledger.prices(basis, finals);
        long[] own = measures(offer.terms()) ? ledger.takenByItsOwn(offer, basis) : NOTHING;
        if (own.length == 0) {
            return prices;
        }
        long[] aside = prices.clone();
        for (int i = 0; i < aside.length; i++) {
            aside[i] += own[i];
        }
        return aside;
    }

    private static boolean measures(OfferTerms terms) {
        return terms.threshold().isPresent() || !terms.reward().steps().isEmpty() || terms.reward().earnedBy().isPresent();
    }

    /** A percentage of the final price would be of itself; it is taken of the running price instead. */
    private Basis percentBasis() {
        Basis basis = conventions.percentOf();
        return basis == Basis.FINAL ? Basis.RUNNING : basis;
    }

    /** Without lines that are reduced already, where those are not for it. */
    private boolean[] notExcluded(boolean[] lines) {
        if (terms.scope().reduced() != Scope.Reduced.EXCLUDED) {
            return lines;
        }
        boolean[] in = lines.clone();
        for (int i = 0; i < in.length; i++) {
            in[i] &= !ledger.reduced(i);
        }
        return in;
    }

    boolean touchesNothing() {
        for (boolean in : inScope) {
            if (in) {
                return false;
            }
        }
        return true;
    }

    long minor(Amounts amounts) {
        return amounts.minor(currency);
    }

    /** The most it takes off, in minor units. */
    long cap() {
        return terms.cap().isPresent() ? minor(terms.cap().get()) : Long.MAX_VALUE;
    }

    /** The price of one unit it never goes below, in minor units. */
    long minimumPrice() {
        return terms.minimumPrice().isPresent() ? minor(terms.minimumPrice().get()) : 0;
    }

    /** How many units of a line the scope lets in. */
    int unitsOf(int line) {
        int quantity = ledger.goods.lines[line].quantity();
        int limit = terms.scope().unitsPerLine();
        return limit == 0 ? quantity : Math.min(limit, quantity);
    }

    /** The part of a line's price that the scope lets in: all of it, or that of its cheaper units; 0 out of scope. */
    long part(int line, long price) {
        if (!inScope[line]) {
            return 0;
        }
        int quantity = ledger.goods.lines[line].quantity();
        int units = unitsOf(line);
        if (units == quantity) {
            return price;
        }
        long each = price / quantity;
        int dearer = (int) (price % quantity);
        return each * units + Math.max(0, units - (quantity - dearer));
    }

    /** Where a line stands among lines that tie. */
    int turn(int line) {
        return ledger.goods.turn.applyAsInt(line);
    }

    /** The base price of so many units of a line: the dearer ones of it for a run of these, else the cheaper ones. */
    long base(Run run) {
        long each = base[run.line] / ledger.goods.lines[run.line].quantity();
        return run.count * each + run.count - unitsAtLower(run);
    }

    /** Asks for each unit of a run at its base price; units of one line differ by one minor unit at most. */
    long ofEachUnit(Run run, LongUnaryOperator question) {
        long each = base[run.line] / ledger.goods.lines[run.line].quantity();
        int lower = unitsAtLower(run);
        return (lower == 0 ? 0 : lower * question.applyAsLong(each))
                + (lower == run.count ? 0 : (run.count - lower) * question.applyAsLong(each + 1));
    }

    private int unitsAtLower(Run run) {
        return unitsAtLower(run, run.before + run.count) - unitsAtLower(run, run.before);
    }

    /** Among the first units of the line at the run's price. */
    private int unitsAtLower(Run run, int units) {
        int quantity = ledger.goods.lines[run.line].quantity();
        int dearer = (int) (base[run.line] % quantity);
        return run.dearer ? Math.max(0, units - dearer) : Math.min(units, quantity - dearer);
    }

    /** Base prices in scope, 0 for the rest. */
    long[] bases() {
        long[] bases = new long[base.length];
        for (int i = 0; i < bases.length; i++) {
            bases[i] = part(i, base[i]);
        }
        return bases;
    }

    /** What is left to pay in scope, as weights for an amount; 0 for the rest. */
    long[] running() {
        long[] running = new long[base.length];
        for (int i = 0; i < running.length; i++) {
            running[i] = part(i, ledger.lines[i]);
        }
        return running;
    }

    /** A percentage of a price, rounded once as the conventions say. */
    long percentOf(Percent percent, long price) {
        RoundingMode mode = conventions.mode();
        return conventions.rounds() == Conventions.Rounds.DISCOUNT
                ? percent.of(price, mode)
                : price - percent.rest().of(price, mode);
    }
}
