package dev.plaindeal.cli;

import dev.plaindeal.PromotionEngine;
import dev.plaindeal.weights.AudienceChange;
import picocli.CommandLine.Option;

/** What buyers see, where that is to be otherwise than the rules say. */
final class AudienceOption {

    @Option(
            names = "--audience",
            paramLabel = "LIST",
            converter = AudienceName.class,
            description = "What buyers see, in place of what the rules say: price-to-pay, subtotal, own-language, own-currency, spoken,"
                    + " each also with no- in front; a market, a channel or both (GB/live) for what the rules say of them;"
                    + " usual for what they say of the market at hand. For instance GB/live,no-subtotal. No price depends on it.")
    private AudienceChange change = AudienceChange.NONE;

    /** The same engine for these buyers. */
    PromotionEngine in(PromotionEngine engine) {
        return change.equals(AudienceChange.NONE) ? engine : engine.seenBy(change);
    }
}
