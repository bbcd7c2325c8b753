package dev.plaindeal.offer;

import dev.plaindeal.money.Amounts;
import dev.plaindeal.money.Percent;
import java.util.Optional;

/**
 * Who pays for a promotion: the platform's share, at most so much of each use, and the store the rest.
 *
 * @param platform the platform's share
 * @param platformAtMost the most the platform pays of what one use takes off, by currency; empty for no such limit
 */
public record Funding(Percent platform, Optional<Amounts> platformAtMost) {

    /** The platform pays all. */
    public static final Funding PLATFORM = new Funding(new Percent(1_000_000));

    /** The store pays all. */
    public static final Funding STORE = new Funding(new Percent(0));

    /** The platform pays its share, however much that is. */
    public Funding(Percent platform) {
        this(platform, Optional.empty());
    }

    /** The platform pays all up to this much of each use. */
    public static Funding platformUpTo(Amounts most) {
        return new Funding(PLATFORM.platform, Optional.of(most));
    }
}
