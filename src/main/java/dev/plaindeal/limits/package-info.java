/**
 * Limits that hold: what a receipt uses up of limited promotions is reserved before the buyer pays, counted in memory or in the host's
 * database, and never more than there is. {@code README.md} beside this file is the page for hosts.
 */
@NullMarked
package dev.plaindeal.limits;

import org.jspecify.annotations.NullMarked;
