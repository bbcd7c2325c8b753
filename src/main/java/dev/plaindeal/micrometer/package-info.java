/** What Micrometer's users want to see of an engine. Needs {@code io.micrometer:micrometer-core}, which the host brings. */
@NullMarked
package dev.plaindeal.micrometer;

import org.jspecify.annotations.NullMarked;
