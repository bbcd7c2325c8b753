/**
 * Basket JSON to {@link dev.plaindeal.basket.Basket}, or to every problem found with its place.
 *
 * <p>Knows the JSON shape and nothing of rules; reads no clock: the moment for a basket that names none is an argument.
 */
@NullMarked
package dev.plaindeal.read;

import org.jspecify.annotations.NullMarked;
