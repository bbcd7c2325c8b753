/**
 * Looks over rule files for what reads well and yet cannot be meant. One kind of slip is one {@link
 * dev.plaindeal.check.Check}; {@link dev.plaindeal.check.RuleCheck} runs them all.
 */
@NullMarked
package dev.plaindeal.check;

import org.jspecify.annotations.NullMarked;
