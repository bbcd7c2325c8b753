/**
 * What may be combined, in which order, and how money is rounded and measured: what {@code rules/stacking/} says, as data.
 */
@NullMarked
package dev.plaindeal.policy;

import org.jspecify.annotations.NullMarked;
