/** The files that come with Plaindeal: rules and texts of its own, for runs outside a checkout. */
@NullMarked
package dev.plaindeal.packed;

import org.jspecify.annotations.NullMarked;
