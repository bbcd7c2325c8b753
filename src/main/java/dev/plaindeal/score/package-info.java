/**
 * How much work a buyer has to do to check the price to pay: terms, the steps they mean, their seconds, the score.
 *
 * <p>Pure functions of terms and weights. Start at {@link dev.plaindeal.score.Scorer}.
 */
@NullMarked
package dev.plaindeal.score;

import org.jspecify.annotations.NullMarked;
