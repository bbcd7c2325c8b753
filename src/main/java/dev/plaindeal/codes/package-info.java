/**
 * Pools of codes by the million: making them, and a sorted file that says which pool a code belongs to and is never loaded.
 *
 * <p>A code file is text. Its first line, {@code plaindeal-codes 1 codes=... bytes=... crc32c=...}, says how many lines follow, of how many
 * bytes, and their checksum; each other line is a code in normal form, a tab and the name of its pool, and the lines are sorted by
 * their bytes in UTF-8. {@code codes.CodeFile} looks codes up in it, {@code codes.CodeFileCheck} reads all of it.
 */
@NullMarked
package dev.plaindeal.codes;

import org.jspecify.annotations.NullMarked;
