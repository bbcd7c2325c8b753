package dev.plaindeal.offer;

import dev.plaindeal.money.Percent;

/**
 * Who pays for a promotion: the platform's share, the store pays the rest.
 *
 * @param platform the platform's share
 */
public record Funding(Percent platform) {

    /** The platform pays all. */
    public static final Funding PLATFORM = new Funding(new Percent(1_000_000));

    /** The store pays all. */
    public static final Funding STORE = new Funding(new Percent(0));
}
