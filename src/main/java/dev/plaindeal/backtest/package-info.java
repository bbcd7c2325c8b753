/**
 * What a change of rules would have cost on orders of the past: any number of them, streamed, on all cores, summed exactly.
 *
 * <p>{@code OrderBlocks} cuts the input, {@code BlockWork} prices one block twice, {@code Summary} adds up, in the order of the input;
 * {@code Backtest} lets them work together and {@code BacktestReport} is what comes of it.
 */
@NullMarked
package dev.plaindeal.backtest;

import org.jspecify.annotations.NullMarked;
