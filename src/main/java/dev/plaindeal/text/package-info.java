/** Which characters cannot be seen or act on whatever prints them, and how they are shown; JDK only. */
@NullMarked
package dev.plaindeal.text;

import org.jspecify.annotations.NullMarked;
