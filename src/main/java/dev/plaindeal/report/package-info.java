/**
 * Says the answer to people: the headline a buyer reads, the words of a receipt in the buyer's language, and money and
 * percentages written the way that language writes them.
 *
 * <p>The sentences themselves live in {@code rules/messages}, where marketing edits them.
 */
@NullMarked
package dev.plaindeal.report;

import org.jspecify.annotations.NullMarked;
