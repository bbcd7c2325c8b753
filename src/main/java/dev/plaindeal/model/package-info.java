/**
 * What rule files import: the facts that rules match, and the words they may say. Nothing else lives here.
 *
 * <p>Immutable unless a class says that it collects words while a rule file is loaded.
 */
@NullMarked
package dev.plaindeal.model;

import org.jspecify.annotations.NullMarked;
