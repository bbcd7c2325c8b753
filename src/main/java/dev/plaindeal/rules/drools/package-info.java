/**
 * The only package that knows Drools: conditions become {@linkplain dev.plaindeal.rules.drools.DroolsModel objects}, compiled
 * in shards and asked in sessions. Nothing that Drools gets can run.
 */
@NullMarked
package dev.plaindeal.rules.drools;

import org.jspecify.annotations.NullMarked;
