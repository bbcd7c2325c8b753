/**
 * The kit for JSON from outside: located values, problems with a JSON pointer, and why a text is no JSON.
 *
 * <p>Knows nothing of baskets.
 */
@NullMarked
package dev.plaindeal.json;

import org.jspecify.annotations.NullMarked;
