/**
 * The guard: the closed part of DRL that rule files may hold, what their rules can ask, and their one layout.
 *
 * <p>Whatever is not known here is refused, with its place and what was probably meant, before anybody acts on it.
 */
@NullMarked
package dev.plaindeal.rules.grammar;

import org.jspecify.annotations.NullMarked;
