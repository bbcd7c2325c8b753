package dev.plaindeal.score;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * The time zones buyers of a market live in, to tell whether a date is in the seller's zone. The JDK knows zones but not
 * their countries, so the markets of the simplicity rules are listed here; for others no zone counts as foreign.
 */
final class HomeZones {

    private static final Map<String, List<ZoneId>> HOME = Map.ofEntries(
            home("US", "America/New_York", "America/Chicago", "America/Denver", "America/Phoenix",
                    "America/Los_Angeles", "America/Anchorage", "Pacific/Honolulu"),
            home("GB", "Europe/London"),
            home("DE", "Europe/Berlin"),
            home("FR", "Europe/Paris"),
            home("AU", "Australia/Sydney", "Australia/Brisbane", "Australia/Adelaide", "Australia/Darwin",
                    "Australia/Perth"),
            home("JP", "Asia/Tokyo"),
            home("SG", "Asia/Singapore"),
            home("KR", "Asia/Seoul"),
            home("BR", "America/Sao_Paulo", "America/Manaus", "America/Noronha", "America/Rio_Branco"),
            home("MY", "Asia/Kuala_Lumpur"),
            home("TH", "Asia/Bangkok"),
            home("PH", "Asia/Manila"),
            home("VN", "Asia/Ho_Chi_Minh"),
            home("ID", "Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"),
            home("CN", "Asia/Shanghai"));

    private HomeZones() {}

    private static Map.Entry<String, List<ZoneId>> home(String market, String... zones) {
        return Map.entry(market, java.util.Arrays.stream(zones).map(ZoneId::of).toList());
    }

    /** Whether no clock in the market shows what this zone's clocks show at that moment. */
    static boolean isForeign(String market, ZoneId zone, Instant at) {
        List<ZoneId> home = HOME.getOrDefault(market, List.of());
        return !home.isEmpty()
                && home.stream().noneMatch(own -> own.getRules().getOffset(at).equals(zone.getRules().getOffset(at)));
    }
}
