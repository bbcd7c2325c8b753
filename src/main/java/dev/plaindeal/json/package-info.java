/**
 * The kit for JSON from outside: located values, problems with a JSON pointer, and why a text is no JSON.
 *
 * <p>Its sentences speak of baskets, the only JSON it reads so far; receipts and structured terms still have readers of their own.
 */
@NullMarked
package dev.plaindeal.json;

import org.jspecify.annotations.NullMarked;
