/**
 * Rule files in, offers out: the only package that knows Drools.
 *
 * <p>The text of a rule file never reaches Drools. It is read here by a small parser for a closed part of DRL, turned
 * into a {@linkplain dev.plaindeal.rules.Tree tree}, its words are said once to a {@link dev.plaindeal.model.Promise},
 * and Drools is given only conditions that are {@linkplain dev.plaindeal.rules.Drl written out again} from what was
 * understood, with nothing after {@code then}. So there is nothing in a compiled rule that could run: Drools answers
 * which rules match, and what they promise was settled when the file was read.
 */
@NullMarked
package dev.plaindeal.rules;

import org.jspecify.annotations.NullMarked;
