/**
 * Fixtures and what came of them: receipts compared, coverage counted, one promotion verified. Used by the command line's
 * {@code test} and by other projects' own tests.
 */
@NullMarked
package dev.plaindeal.verify;

import org.jspecify.annotations.NullMarked;
