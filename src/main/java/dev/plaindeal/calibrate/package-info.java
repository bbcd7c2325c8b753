/**
 * Weights fitted to one's own buyers: which pairs to ask them about, what their answers say of the weights, and the weights
 * written back into rules.
 *
 * <p>Pure: what is random comes of a seed that is handed in. No money is fitted here, so numbers are floating point.
 *
 * <p>The way: {@code PlanMaker} picks cards of a {@code CardPool}, {@code QuestionnairePage} shows them, {@code AnswersReader} reads what
 * people answered, {@code Calibration} fits, {@code WeightWriter} writes.
 */
@NullMarked
package dev.plaindeal.calibrate;

import org.jspecify.annotations.NullMarked;
