package dev.plaindeal.receipt;

import dev.plaindeal.policy.DiscountDisplay;
import dev.plaindeal.stack.Plan;

/**
 * How the whole stack looks to the buyer: simplicity and perceived bargain are two numbers, never one.
 *
 * @param simplicity how hard the price to pay is to work out
 * @param shown layer by layer, or as one amount because the layers are below the market's simplicity floor
 * @param headline the sentence to show
 * @param bargain perceived bargain, 0 to 100, provisional
 */
public record Look(SimplicityView simplicity, DiscountDisplay shown, Headline headline, double bargain) {}
