/**
 * Exact money: whole minor units of one currency, percentages in millionths, and amounts announced in several currencies.
 *
 * <p>Knows the JDK and the sentence a wrong amount is refused with, nothing else. Nothing here rounds silently, and nothing is a
 * {@code double}.
 */
@NullMarked
package dev.plaindeal.money;

import org.jspecify.annotations.NullMarked;
