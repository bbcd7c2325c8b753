/** The command line: only a door. Streams come in as arguments, an exit code goes out. */
@NullMarked
package dev.plaindeal.cli;

import org.jspecify.annotations.NullMarked;
