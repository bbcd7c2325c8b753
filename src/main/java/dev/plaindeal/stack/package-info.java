/**
 * Choices, no arithmetic: which promised offers are kept together, in which order, and why each other one is not.
 *
 * <p>Inside a layer promotions compete for a place; between layers they apply in turn.
 */
@NullMarked
package dev.plaindeal.stack;

import org.jspecify.annotations.NullMarked;
