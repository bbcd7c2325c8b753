/**
 * The studio: a page on one's own machine on which a marketing team looks at promotions, edits them, tries them on baskets and saves them.
 *
 * <p>A {@code Studio} serves one rules folder. {@code RuleShelf} is the files on disk, {@code EditedRules} the engine of them and the one
 * of a text that is not saved yet, {@code BasketShelf} the baskets, {@code Impact} what an edit does to them. {@code RequestGuard} lets in
 * the studio's own page alone. What a browser shows is written by {@code pages}; the scripts and the style sheet are resources. How to use it, for
 * people who do not program: README.md beside this file.
 */
@NullMarked
package dev.plaindeal.studio;

import org.jspecify.annotations.NullMarked;
