package dev.plaindeal.stack;

import dev.plaindeal.offer.Offer;
import dev.plaindeal.policy.Conventions;
import dev.plaindeal.price.Outcome.Taken;

/**
 * An offer that is kept, and what it takes off.
 *
 * @param offer the offer
 * @param conventions how it was rounded and measured
 * @param taken what it takes off, in minor units
 */
public record Kept(Offer offer, Conventions conventions, Taken taken) {}
