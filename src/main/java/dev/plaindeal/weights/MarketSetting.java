package dev.plaindeal.weights;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * What is so in a market, whatever is thought of its buyers: the clocks they live by and the law.
 *
 * @param timeZones those its buyers live in; empty where they are not known
 * @param comparison what a reduction is announced against
 */
public record MarketSetting(List<ZoneId> timeZones, ComparisonPrice comparison) {

    /** An unmodifiable copy. */
    public MarketSetting {
        timeZones = List.copyOf(timeZones);
    }

    /** What holds in a market of which no rule says it. */
    public static MarketSetting usual(String market) {
        return UsualSettings.of(market);
    }

    /**
     * Whether no clock in the market shows what this zone's clocks show at that moment. Where its zones are not known none is
     * foreign.
     *
     * <p>Worked example: in Britain {@code Africa/Abidjan} is foreign in July, when London's clocks are an hour ahead, and not
     * in January.
     */
    public boolean isForeign(ZoneId zone, Instant at) {
        return !timeZones.isEmpty()
                && timeZones.stream().noneMatch(own -> own.getRules().getOffset(at).equals(zone.getRules().getOffset(at)));
    }
}
