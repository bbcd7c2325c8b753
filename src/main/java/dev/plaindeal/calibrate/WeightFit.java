package dev.plaindeal.calibrate;

import java.util.Arrays;
import java.util.List;

/**
 * The weights that agree best with what was known before and with the answers: the largest posterior, found by Fisher scoring, with
 * Laplace's covariance. Parameters are the logarithms of fitted over prior. How sharply people tell works apart is what makes the
 * answers likeliest whatever the weights; taken together with the weights it would be flattered by each weight that can bend.
 *
 * <p>Before any answer each weight is its prior, within 40 %; see {@link AnswerModel}. For one thread.
 */
final class WeightFit {

    private static final int MOST_ROUNDS = 60;
    private static final int MOST_HALVINGS = 30;
    private static final double CLOSE = 1e-9;
    /** How often spread and sharpness are estimated anew. */
    private static final int ROUNDS = 4;
    private static final double SHARPER = 1.15;
    private static final double SHARPEST = 50;

    private final int weights;
    private final List<PersonAnswers> people;
    private double[] at;
    private double[] times;
    private double[] gradient = new double[0];
    private PositiveMatrix information;
    private TimeSpread spread = TimeSpread.USUAL;
    private double sharpness = AnswerModel.USUAL_SHARPNESS;

    private WeightFit(int weights, List<PersonAnswers> people) {
        this.weights = weights;
        this.people = people;
        this.at = new double[weights];
        this.times = timesOf(at);
        this.information = new PositiveMatrix(weights);
    }

    /**
     * What was found.
     *
     * @param times fitted over prior, by weight
     * @param covariance of the logarithms of these
     * @param sharpness how sharply people tell works apart
     */
    record Found(double[] times, double[][] covariance, double sharpness) {

        /** Standard deviation of one logarithm. */
        double deviation(int index) {
            return Math.sqrt(covariance[index][index]);
        }

        /** Chance that people call the first card the easier one. */
        double chance(CardWork easier, CardWork harder) {
            return AnswerModel.chance(sharpness, Math.log(harder.total(times) / easier.total(times)));
        }
    }

    /** Fits so many weights to these people's answers; with no answers they stay what they were. */
    static Found of(int weights, List<PersonAnswers> people) {
        WeightFit fit = new WeightFit(weights, people);
        for (int round = 0; round < ROUNDS; round++) {
            fit.sharpen();
            fit.spread = TimeSpread.of(people, fit.times);
        }
        fit.climb();
        return new Found(fit.times, fit.information.inverse(), fit.sharpness);
    }

    /** Goes to the sharpness at which the answers are likeliest, step by step. */
    private void sharpen() {
        double likely = likely();
        for (double step : new double[] {SHARPER, 1 / SHARPER}) {
            double before = likely;
            do {
                likely = before;
                sharpness *= step;
                before = likely();
            } while (before > likely && sharpness < SHARPEST);
            sharpness /= step;
        }
        climb();
    }

    /** How likely the answers are with this sharpness, whatever the weights: Laplace's approximation, as a logarithm. */
    private double likely() {
        double off = Math.log(sharpness / AnswerModel.USUAL_SHARPNESS) / AnswerModel.SHARPNESS_SPREAD;
        return climb() - information.logDeterminant() / 2 - off * off / 2;
    }

    private static double[] timesOf(double[] logarithms) {
        return Arrays.stream(logarithms).map(Math::exp).toArray();
    }

    private double climb() {
        double here = look();
        for (int round = 0; round < MOST_ROUNDS; round++) {
            double[] step = information.solve(gradient);
            double[] from = at;
            double before = here;
            double length = 1;
            here = stepped(from, step, length);
            for (int halving = 0; here < before && halving < MOST_HALVINGS; halving++) {
                length /= 2;
                here = stepped(from, step, length);
            }
            if (here - before < CLOSE) {
                return here;
            }
        }
        return here;
    }

    private double stepped(double[] from, double[] step, double length) {
        double[] to = from.clone();
        for (int i = 0; i < to.length; i++) {
            to[i] += length * step[i];
        }
        at = to;
        times = timesOf(to);
        return look();
    }

    /** The logarithm of the posterior here, its gradient and its expected curvature. */
    private double look() {
        gradient = new double[weights];
        information = new PositiveMatrix(weights);
        double precision = 1 / (AnswerModel.WEIGHT_SPREAD * AnswerModel.WEIGHT_SPREAD);
        double height = 0;
        for (int i = 0; i < weights; i++) {
            height -= at[i] * at[i] * precision / 2;
            gradient[i] -= at[i] * precision;
            information.addDiagonal(i, precision);
        }
        for (PersonAnswers person : people) {
            for (PersonAnswers.Chosen choice : person.choices()) {
                height += look(choice);
            }
            height += lookAtTimes(person.timed());
        }
        return height;
    }

    private double look(PersonAnswers.Chosen choice) {
        double[] easier = choice.easier().shares(times);
        double[] harder = choice.harder().shares(times);
        double inside = sharpness * Math.log(choice.harder().total(times) / choice.easier().total(times));
        double open = AnswerModel.logistic(inside);
        double chance = AnswerModel.SLIPS / 2 + (1 - AnswerModel.SLIPS) * open;
        double slope = (1 - AnswerModel.SLIPS) * open * (1 - open);
        double[] direction = new double[weights];
        for (int i = 0; i < weights; i++) {
            direction[i] = sharpness * (harder[i] - easier[i]);
            gradient[i] += direction[i] * slope / chance;
        }
        information.addOuter(direction, AnswerModel.information(inside));
        return Math.log(chance);
    }

    /** The times of one person share a pace: they tell less of seconds than times of several people. */
    private double lookAtTimes(List<PersonAnswers.Timed> timed) {
        double[] together = new double[weights];
        double sum = 0;
        double squares = 0;
        double noise = spread.around() * spread.around();
        double shared = spread.pace() * spread.pace() / (noise + timed.size() * spread.pace() * spread.pace());
        for (PersonAnswers.Timed time : timed) {
            double[] shares = time.work().shares(times);
            double over = time.logSeconds() - Math.log(time.work().total(times));
            for (int i = 0; i < weights; i++) {
                together[i] += shares[i];
                gradient[i] += shares[i] * over / noise;
            }
            information.addOuter(shares, 1 / noise);
            sum += over;
            squares += over * over;
        }
        for (int i = 0; i < weights; i++) {
            gradient[i] -= together[i] * shared * sum / noise;
        }
        information.addOuter(together, -shared / noise);
        return -(squares - shared * sum * sum) / noise / 2;
    }
}
