/**
 * All that a rule author can see, and the words everything else speaks: baskets, promotions, their terms, money.
 *
 * <p>JDK types only; immutable unless a class says that it collects words while a rule file is loaded.
 */
@NullMarked
package dev.plaindeal.model;

import org.jspecify.annotations.NullMarked;
