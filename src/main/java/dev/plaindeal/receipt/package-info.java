/**
 * The answer: the receipt with its sums and its score, written for people and for machines, and read back.
 */
@NullMarked
package dev.plaindeal.receipt;

import org.jspecify.annotations.NullMarked;
