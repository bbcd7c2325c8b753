/**
 * Pure arithmetic, no choices: what one offer takes off a running price, and how it is shared out over lines.
 *
 * <p>Which offers are asked, and in which order, is decided in {@code stack}.
 */
@NullMarked
package dev.plaindeal.price;

import org.jspecify.annotations.NullMarked;
