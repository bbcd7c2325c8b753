/**
 * What a tax engine has to be told of an order: who paid what for which goods. No rates and no advice; {@code README.md} beside this
 * file says what the two bases mean and where each is the law.
 */
@NullMarked
package dev.plaindeal.tax;

import org.jspecify.annotations.NullMarked;
