package dev.plaindeal.calibrate;

import java.util.List;

/**
 * How times spread.
 *
 * @param pace standard deviation of the logarithm of people's pace
 * @param around the same of single times around a person's pace
 */
record TimeSpread(double pace, double around) {

    static final TimeSpread USUAL = new TimeSpread(AnswerModel.USUAL_TIME_SPREAD, AnswerModel.USUAL_TIME_SPREAD);

    /** How many times the usual spread is worth when few are known. */
    private static final double USUAL_COUNTS = 10;

    /** As the answers have it with these weights, held near the usual where there are few. */
    static TimeSpread of(List<PersonAnswers> people, double[] times) {
        double usual = AnswerModel.USUAL_TIME_SPREAD * AnswerModel.USUAL_TIME_SPREAD * USUAL_COUNTS;
        double within = usual;
        double withinCount = USUAL_COUNTS;
        double between = usual;
        double betweenCount = USUAL_COUNTS;
        for (PersonAnswers person : people) {
            int count = person.timed().size();
            double[] over = person.timed().stream()
                    .mapToDouble(time -> time.logSeconds() - Math.log(time.work().total(times)))
                    .toArray();
            double mean = java.util.Arrays.stream(over).average().orElse(0);
            for (double one : over) {
                within += (one - mean) * (one - mean);
            }
            withinCount += Math.max(0, count - 1);
            between += count == 0 ? 0 : mean * mean;
            betweenCount += count == 0 ? 0 : 1;
        }
        return new TimeSpread(Math.sqrt(between / betweenCount), Math.sqrt(within / withinCount));
    }
}
