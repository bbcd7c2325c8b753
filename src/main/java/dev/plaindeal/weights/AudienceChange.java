package dev.plaindeal.weights;

import java.util.Optional;

/**
 * What is to be taken for what buyers see, in place of what the rules say of a basket's market and channel.
 *
 * <p>Worked example: the audience of {@code GB} and {@code live} with {@code subtotal} not shown gives every basket, of whatever
 * market, a price to pay that is shown, terms that are heard and a subtotal that is not shown.
 *
 * @param of the market and channel whose audience is taken; empty for the basket's own
 * @param settings what is said otherwise, aspect by aspect
 */
public record AudienceChange(Optional<AudiencePlace> of, ViewSettings settings) {

    /** Everything stays as the rules say. */
    public static final AudienceChange NONE = new AudienceChange(Optional.empty(), ViewSettings.NONE);

    /**
     * A market and channel.
     *
     * @param market ISO 3166 code; empty for that of the basket or terms
     * @param channel the channel as rules name it; empty for that of the basket, and for the shelf where there is none
     */
    public record AudiencePlace(String market, String channel) {}
}
