package dev.plaindeal.calibrate;

import dev.plaindeal.score.PresentedTerms;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A promotion, or a stack of them, as a questionnaire shows it.
 *
 * @param id its name in the plan
 * @param terms price and layers
 * @param pay the price to pay in major units, where it can be asked for: none where a condition decides
 */
public record Card(String id, PresentedTerms terms, Optional<BigDecimal> pay) {}
