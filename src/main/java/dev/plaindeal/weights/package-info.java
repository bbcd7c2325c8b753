/**
 * How hard each step is for a buyer and how patient each market is: what {@code rules/simplicity/} says, as data.
 */
@NullMarked
package dev.plaindeal.weights;

import org.jspecify.annotations.NullMarked;
