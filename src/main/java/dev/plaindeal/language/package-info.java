/**
 * Sentences, money and percentages as one buyer's language writes them.
 *
 * <p>The sentences themselves live in {@code rules/messages}, where marketing edits them.
 */
@NullMarked
package dev.plaindeal.language;

import org.jspecify.annotations.NullMarked;
