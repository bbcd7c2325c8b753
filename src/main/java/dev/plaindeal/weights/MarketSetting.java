package dev.plaindeal.weights;

import dev.plaindeal.money.Currency;
import dev.plaindeal.money.PayableStep;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * What is so in a market, whatever is thought of its buyers: the clocks they live by, the law, and what can be paid.
 *
 * @param timeZones those its buyers live in; empty where they are not known
 * @param comparison what a reduction is announced against
 * @param steps the smallest amounts that can be paid, each in another currency; in one without a step every minor unit can
 * @param currencies those its buyers think in; empty where they are not known
 * @param languages those its buyers speak, BCP 47; empty where they are not known
 */
public record MarketSetting(
        List<ZoneId> timeZones,
        ComparisonPrice comparison,
        List<PayableStep> steps,
        List<Currency> currencies,
        List<String> languages) {

    /** Unmodifiable copies. */
    public MarketSetting {
        timeZones = List.copyOf(timeZones);
        steps = List.copyOf(steps);
        currencies = List.copyOf(currencies);
        languages = List.copyOf(languages);
    }

    /** Of a market whose currencies and languages are not known. */
    public MarketSetting(List<ZoneId> timeZones, ComparisonPrice comparison, List<PayableStep> steps) {
        this(timeZones, comparison, steps, List.of(), List.of());
    }

    /** Whether buyers there think in this currency. Where it is not known none is foreign. */
    public boolean isOwn(Currency currency) {
        return currencies.isEmpty() || currencies.contains(currency);
    }

    /** The smallest amount of this currency that can be paid, where that is more than its minor unit. */
    public Optional<PayableStep> payableStep(Currency currency) {
        return steps.isEmpty() ? Optional.empty() : steps.stream().filter(one -> one.step().currency().equals(currency)).findFirst();
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
