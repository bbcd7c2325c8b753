/** A new promotion from a few answers: its rule file and two baskets that show where it begins. */
@NullMarked
package dev.plaindeal.draft;

import org.jspecify.annotations.NullMarked;
