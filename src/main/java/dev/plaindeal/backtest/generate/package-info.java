/**
 * Orders made up from stated distributions, to try a backtest on: the same seed, count and profile give the same bytes, anywhere. The
 * page of a profile is {@code README.md} beside this file.
 */
@NullMarked
package dev.plaindeal.backtest.generate;

import org.jspecify.annotations.NullMarked;
