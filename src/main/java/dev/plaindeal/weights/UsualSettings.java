package dev.plaindeal.weights;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is taken to be so in a market of which no rule says it. Rule files were written before there were words for it, and
 * they mean what they meant; a market that is not here is described by the words alone.
 */
final class UsualSettings {

    private static final Map<String, List<ZoneId>> ZONES = Map.ofEntries(
            zones("US", "America/New_York", "America/Chicago", "America/Denver", "America/Phoenix",
                    "America/Los_Angeles", "America/Anchorage", "Pacific/Honolulu"),
            zones("GB", "Europe/London"),
            zones("DE", "Europe/Berlin"),
            zones("FR", "Europe/Paris"),
            zones("AU", "Australia/Sydney", "Australia/Brisbane", "Australia/Adelaide", "Australia/Darwin",
                    "Australia/Perth"),
            zones("JP", "Asia/Tokyo"),
            zones("SG", "Asia/Singapore"),
            zones("KR", "Asia/Seoul"),
            zones("BR", "America/Sao_Paulo", "America/Manaus", "America/Noronha", "America/Rio_Branco"),
            zones("MY", "Asia/Kuala_Lumpur"),
            zones("TH", "Asia/Bangkok"),
            zones("PH", "Asia/Manila"),
            zones("VN", "Asia/Ho_Chi_Minh"),
            zones("ID", "Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"),
            zones("CN", "Asia/Shanghai"));

    private static final Set<String> EUROPEAN_UNION = Set.of(
            "AT", "BE", "BG", "HR", "CY", "CZ", "DK", "EE", "FI",
            "FR", "DE", "GR", "HU", "IE", "IT", "LV", "LT", "LU",
            "MT", "NL", "PL", "PT", "RO", "SK", "SI", "ES", "SE");

    private UsualSettings() {}

    private static Map.Entry<String, List<ZoneId>> zones(String market, String... zones) {
        return Map.entry(market, Arrays.stream(zones).map(ZoneId::of).toList());
    }

    static boolean isInEuropeanUnion(String market) {
        return EUROPEAN_UNION.contains(market);
    }

    static MarketSetting of(String market) {
        return new MarketSetting(
                ZONES.getOrDefault(market, List.of()),
                isInEuropeanUnion(market) ? ComparisonPrice.LOWEST_OF_30_DAYS : ComparisonPrice.LIST_PRICE,
                List.of());
    }
}
