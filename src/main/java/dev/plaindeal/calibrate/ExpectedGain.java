package dev.plaindeal.calibrate;

/**
 * How much an answer is expected to tell of the weights, given what was asked already. For one thread.
 *
 * <p>It keeps the covariance of the weights' logarithms, from the prior on, and narrows it with each question as an answer would:
 * the more an answer narrows its volume, the more it tells.
 */
final class ExpectedGain {

    private final double[][] covariance;

    ExpectedGain(int weights) {
        covariance = new double[weights][weights];
        for (int i = 0; i < weights; i++) {
            covariance[i][i] = AnswerModel.WEIGHT_SPREAD * AnswerModel.WEIGHT_SPREAD;
        }
    }

    /** What the answer tells. */
    double of(Probe question) {
        double variance = variance(question.direction());
        return question.information(variance) * variance;
    }

    /** The question is asked. */
    void asked(Probe question) {
        double[] direction = question.direction();
        double variance = variance(direction);
        double information = question.information(variance);
        double shrunk = information / (1 + information * variance);
        double[] along = along(direction);
        for (int i = 0; i < along.length; i++) {
            for (int j = 0; j < along.length; j++) {
                covariance[i][j] -= shrunk * along[i] * along[j];
            }
        }
    }

    private double variance(double[] direction) {
        double variance = 0;
        for (int i = 0; i < direction.length; i++) {
            for (int j = 0; direction[i] != 0 && j < direction.length; j++) {
                variance += direction[i] * direction[j] * covariance[i][j];
            }
        }
        return variance;
    }

    private double[] along(double[] direction) {
        double[] along = new double[direction.length];
        for (int i = 0; i < along.length; i++) {
            for (int j = 0; j < along.length; j++) {
                along[i] += covariance[i][j] * direction[j];
            }
        }
        return along;
    }
}
