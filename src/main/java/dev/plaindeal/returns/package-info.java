/**
 * What a buyer gets back for things sent back: from the receipt alone, or by pricing again what is kept.
 *
 * <p>The shipping rule: shipping belongs to the order, so what was paid for it is given back with the last thing
 * returned, and before that only as far as pricing again makes shipping cheaper.
 */
@NullMarked
package dev.plaindeal.returns;

import org.jspecify.annotations.NullMarked;
