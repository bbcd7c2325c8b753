package dev.plaindeal.score;

import static dev.plaindeal.weights.StepKind.BUNDLE;
import static dev.plaindeal.weights.StepKind.COMPARE;
import static dev.plaindeal.weights.StepKind.DECIDE;
import static dev.plaindeal.weights.StepKind.ROUND;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * Buy some, get some: the price times the units paid in full and, where the others are not free, their part of the price
 * times as many, joined.
 *
 * <p>Worked number: 12.99 twice, the second free, is nothing to work out; the second at half price is 13 seen (0.50), halved
 * (1.68), joined (4.23) and set right by a cent (2.46).
 */
final class BundleWork {

    private static final int WHOLE = 1_000_000;
    private static final int HALF = 500_000;

    private final Rates rates;
    private final int full;
    private final int part;
    private final int share;
    private final int minorDigits;
    private final MentalMethod fullWay;
    private final MentalMethod partWay;
    private MentalMethod shareWay = MentalMethod.NOTHING;
    private double least = Double.POSITIVE_INFINITY;
    private Ground best;
    private boolean corrected;

    BundleWork(Rates rates, LayerTerms layer, PresentedContext context, List<Ground> grounds) {
        this.rates = rates;
        int set = layer.buy() + layer.get();
        int given = context.quantity() == 1 ? layer.get() : context.quantity() / set * layer.get();
        full = context.quantity() == 1 ? layer.buy() : context.quantity() - given;
        share = layer.value().isZero() ? 0 : WHOLE - PercentageWork.millionths(layer.value());
        part = share == 0 ? 0 : given;
        minorDigits = context.currency().digits();
        fullWay = times(full);
        partWay = times(part);
        best = grounds.get(0);
        for (int i = 0; i < grounds.size(); i++) {
            consider(grounds.get(i), context.price());
        }
    }

    /** Ten times is moving the point. */
    private static MentalMethod times(int units) {
        MentalMethod way = MentalMethod.timesDigits(units);
        return units != 0 && units % 10 == 0 ? MentalMethod.SHIFTED.then(way) : way;
    }

    private void consider(Ground ground, Numeral price) {
        boolean differs = ground.isNeighbour() && total(ground.number()).compareTo(total(price)) != 0;
        MentalMethod cheapest = part == 0 ? MentalMethod.NOTHING : cheapest(ground.digits());
        double seconds = (ground.isNeighbour() ? rates.of(COMPARE) : 0)
                + (differs ? rates.of(DECIDE) + rates.column : 0)
                + whole(cheapest).seconds(rates, ground.digits())
                + relations() * rates.of(DECIDE)
                + (rounded(ground) ? rates.of(ROUND) : 0);
        if (seconds < least) {
            least = seconds;
            best = ground;
            shareWay = cheapest;
            corrected = differs;
        }
    }

    private BigDecimal total(Numeral price) {
        return price.value()
                .multiply(BigDecimal.valueOf((long) full * WHOLE + (long) part * share).movePointLeft(6))
                .setScale(minorDigits, RoundingMode.HALF_UP);
    }

    private MentalMethod cheapest(int digits) {
        MentalMethod cheapest = MentalMethods.of(share).get(0);
        for (MentalMethod way : MentalMethods.of(share)) {
            cheapest = way.seconds(rates, digits) < cheapest.seconds(rates, digits) ? way : cheapest;
        }
        return cheapest;
    }

    private MentalMethod whole(MentalMethod ofShare) {
        if (part == 0) {
            return fullWay;
        }
        MentalMethod parts = ofShare.then(partWay);
        return full == 0 ? parts : fullWay.and(parts);
    }

    private int relations() {
        return part == 0 || share == HALF ? 0 : 1;
    }

    private boolean rounded(Ground ground) {
        int limit = Math.min(-minorDigits, ground.span().lowest());
        return part > 0 && ground.span().lowest() - PercentageGround.drop(share) < limit;
    }

    /** Counts the steps of the cheapest way, and returns over how many operations another result is held. */
    int count(StepTally tally) {
        tally.meetInHead(BUNDLE);
        tally.compute(BUNDLE, COMPARE, best.isNeighbour() ? 1 : 0);
        tally.compute(BUNDLE, DECIDE, corrected ? 1 : 0);
        tally.columns(BUNDLE, corrected ? 1 : 0);
        tally.compute(BUNDLE, DECIDE, relations());
        tally.compute(BUNDLE, ROUND, rounded(best) ? 1 : 0);
        MentalMethod way = whole(shareWay);
        way.count(tally, BUNDLE, best.digits());
        return way.operations();
    }
}
