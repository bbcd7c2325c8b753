package dev.plaindeal.weights;

import dev.plaindeal.money.Money;
import java.time.LocalDate;

/**
 * How marketing sees a market's patience with promotions: a prior, to be reviewed, not a measurement.
 *
 * @param code ISO 3166 code, or {@code any} for every market not named
 * @param tolerance 0.7 to 1.5; the score halves every 20 s times this
 * @param floor the lowest simplicity score a promotion should have here, 0 to 100
 * @param reference the price a promotion without a basket is scored at
 * @param grounds what the numbers rest on
 * @param reviewed when somebody last looked at them
 */
public record MarketView(
        String code, double tolerance, int floor, Money reference, String grounds, LocalDate reviewed) {}
