package dev.plaindeal.score;

import java.util.ArrayList;
import java.util.List;

/**
 * What a layer is worked out at: the list price, a rounder number beside it, or what other layers leave of it.
 *
 * <p>Worked number: 47.99 may be worked out at 48, and 99.99 at 100.
 *
 * @param kind which of the three
 * @param span between which positions it has digits
 * @param number the number itself, or {@link Numeral#ZERO} where only the span is known
 */
record Ground(Kind kind, Span span, Numeral number) {

    /** The three grounds. */
    enum Kind {
        /** The list price: its digits are known. */
        PRICE,
        /** A rounder number beside the list price. */
        NEIGHBOUR,
        /** What other layers leave: only the span is known. */
        LEFT
    }

    /** Two minor units off, or a five hundredth, is beside it. */
    private static final int NEAR_MINOR_UNITS = 2;
    private static final int NEAR_SHARE = 500;
    /** Rounder by so many digits, or it is not worth the detour. */
    private static final int ROUNDER = 2;
    private static final int HUNDRED = 2;
    /** Above this many digits nobody looks for a neighbour, and longs would not do. */
    private static final long MOST = 1_000_000_000_000L;

    static Ground left(Span span) {
        return new Ground(Kind.LEFT, span, Numeral.ZERO);
    }

    /** The price and every neighbour it may be worked out at. */
    static List<Ground> of(Numeral price, int minorDigits) {
        Ground itself = new Ground(Kind.PRICE, Span.of(price), price);
        if (price.highest() - price.lowest() < ROUNDER || price.digits() > MOST) {
            return List.of(itself);
        }
        List<Ground> all = new ArrayList<>(ROUNDER + 1);
        all.add(itself);
        long last = 0;
        long step = 1;
        int dropped = 0;
        for (int kept = price.highest() - price.lowest(); kept >= 1; kept--) {
            step *= 10;
            dropped++;
            long near = (price.digits() + step / 2) / step * step;
            if (dropped >= ROUNDER && near != last && near != 0 && isNear(price, Math.abs(near - price.digits()), minorDigits)) {
                last = near;
                Numeral rounder = price.withDigits(near);
                all.add(new Ground(Kind.NEIGHBOUR, Span.of(rounder), rounder));
            }
        }
        return all;
    }

    private static boolean isNear(Numeral price, long apart, int minorDigits) {
        long most = NEAR_MINOR_UNITS;
        for (int at = price.lowest(); at > -minorDigits; at--) {
            apart *= 10;
        }
        for (int at = price.lowest(); at < -minorDigits; at++) {
            most *= 10;
        }
        return apart <= most || isWithinShare(price, apart, minorDigits);
    }

    private static boolean isWithinShare(Numeral price, long apart, int minorDigits) {
        long digits = price.digits();
        for (int at = price.lowest(); at > -minorDigits; at--) {
            digits *= 10;
        }
        return apart * NEAR_SHARE <= digits;
    }

    boolean isNeighbour() {
        return kind == Kind.NEIGHBOUR;
    }

    /** Of a hundred the percentage is the amount. */
    boolean isHundred() {
        return number.digits() == 1 && number.lowest() == HUNDRED;
    }

    int digits() {
        return span.digits();
    }
}
