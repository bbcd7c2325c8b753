/**
 * Promotions as announced and offers as promised for one basket: kinds of reward, thresholds, scope, who pays.
 *
 * <p>Immutable. An offer says what it wants; {@code price} works out what that is in money, {@code stack} whether it is kept.
 */
@NullMarked
package dev.plaindeal.offer;

import org.jspecify.annotations.NullMarked;
