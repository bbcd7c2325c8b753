/** One finding about a rule file or a basket, for the person who must act on it; JDK only. */
@NullMarked
package dev.plaindeal.problem;

import org.jspecify.annotations.NullMarked;
