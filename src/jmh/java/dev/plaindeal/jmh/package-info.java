/** How long an evaluation takes, and how long others take for the same promotions. Run with the Maven profile {@code jmh}. */
@NullMarked
package dev.plaindeal.jmh;

import org.jspecify.annotations.NullMarked;
