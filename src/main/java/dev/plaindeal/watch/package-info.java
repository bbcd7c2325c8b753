/**
 * Keeps an engine up to date with its rules folder: compiled aside, published with one swap when clean, else the last good
 * book stays. Beside the domain: nothing imports it but the command line.
 */
@NullMarked
package dev.plaindeal.watch;

import org.jspecify.annotations.NullMarked;
