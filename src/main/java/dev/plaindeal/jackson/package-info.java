/**
 * Baskets in, receipts, refunds and problems out, for services that leave JSON to Jackson: register {@link
 * dev.plaindeal.jackson.PlaindealModule} once.
 */
@NullMarked
package dev.plaindeal.jackson;

import org.jspecify.annotations.NullMarked;
