package dev.plaindeal.calibrate;

/** One question as the fit sees it, with the weights as the rules have them. */
sealed interface Probe {

    /** In which direction of the weights' logarithms the answer looks. */
    double[] direction();

    /** How much the answer tells along this direction, when the weights may still vary along it this much. */
    double information(double variance);

    /**
     * Which of two is easier?
     *
     * @param inside what is inside the logistic
     */
    record OfChoice(double[] direction, double inside) implements Probe {

        /** The variance of a normal distribution that stands in for the logistic's. */
        private static final double SPREAD = Math.PI / 8;

        static OfChoice of(CardWork a, CardWork b) {
            double[] direction = b.shares();
            double[] ofA = a.shares();
            for (int i = 0; i < direction.length; i++) {
                direction[i] = AnswerModel.USUAL_SHARPNESS * (direction[i] - ofA[i]);
            }
            return new OfChoice(direction, AnswerModel.USUAL_SHARPNESS * Math.log(b.total() / a.total()));
        }

        /** Where the weights may still be anything, a choice that looks clear may be open. */
        @Override
        public double information(double variance) {
            double drawn = Math.sqrt(1 + SPREAD * variance);
            return AnswerModel.information(inside / drawn) / drawn;
        }
    }

    /** How long does it take? */
    record OfTime(double[] direction) implements Probe {

        static OfTime of(CardWork work) {
            return new OfTime(work.shares());
        }

        @Override
        public double information(double variance) {
            return 1 / (AnswerModel.USUAL_TIME_SPREAD * AnswerModel.USUAL_TIME_SPREAD);
        }
    }
}
