/**
 * What the buyer wants, where, when and with which codes: the whole input of an evaluation.
 *
 * <p>Immutable records; their constructors refuse what makes no sense.
 */
@NullMarked
package dev.plaindeal.basket;

import org.jspecify.annotations.NullMarked;
