/**
 * What is told as pages for a browser: one file each, without a script and without anything fetched. Pictures are drawn here, as SVG,
 * and each stands beside the numbers it shows.
 */
@NullMarked
package dev.plaindeal.pages;

import org.jspecify.annotations.NullMarked;
