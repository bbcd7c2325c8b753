/**
 * Rule files in, offers out: reading them, keeping them as one book, and asking it.
 *
 * <p>The text of a rule file never reaches Drools. It is read here by a small parser for a closed part of DRL, turned
 * into a {@linkplain dev.plaindeal.rules.grammar.RuleTree tree}, its words are said once to a {@link dev.plaindeal.model.PromotionWords},
 * and Drools is given only conditions, as {@linkplain dev.plaindeal.rules.drools.DroolsModel objects} made from what was
 * understood, with nothing after {@code then}. So there is nothing in a compiled rule that could run: Drools answers
 * which rules match, and what they promise was settled when the file was read.
 *
 * <p>Why objects and no text: of the time Drools takes to build rules from text, nine tenths are its own reading of it
 * (measured with 10.2.0: 60 rules warm, 19 ms against 1.5), and each build from text leaves classes behind.
 */
@NullMarked
package dev.plaindeal.rules;

import org.jspecify.annotations.NullMarked;
