package dev.plaindeal.calibrate;

import dev.plaindeal.score.SimplicityRules;

/** Answers of simulated buyers to a plan in a file, for tests of commands. */
public final class SimulatedAnswers {

    private static final long SEED = 11;

    private SimulatedAnswers() {}

    /** A file of answers, so many of a hundred people careless. */
    public static String csv(String plan, int carelessOfHundred) {
        CalibrationPlan asked = PlanReader.read(plan, "plan.json");
        SimulatedBuyers buyers = new SimulatedBuyers(new WeightTable(SimplicityRules.WEIGHTS), SEED);
        return SimulatedBuyers.csv(asked, buyers.answer(asked, carelessOfHundred));
    }
}
