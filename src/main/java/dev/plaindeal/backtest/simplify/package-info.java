/** One plain promotion in the place of one that is hard to understand, at the same cost on orders of the past. */
@NullMarked
package dev.plaindeal.backtest.simplify;

import org.jspecify.annotations.NullMarked;
