package dev.plaindeal.receipt;

import java.util.Locale;
import java.util.Set;

/** The 27 member states of the European Union, where Directive 98/6/EC, Art. 6a rules how a reduction is announced. */
final class EuMarkets {

    static final Set<String> CODES = Set.of(
            "AT", "BE", "BG", "HR", "CY", "CZ", "DK", "EE", "FI",
            "FR", "DE", "GR", "HU", "IE", "IT", "LV", "LT", "LU",
            "MT", "NL", "PL", "PT", "RO", "SK", "SI", "ES", "SE");

    private EuMarkets() {}

    /** Whether this ISO 3166 country is a member; the case of the letters does not matter, because the law does. */
    static boolean contains(String market) {
        return CODES.contains(market.toUpperCase(Locale.ROOT));
    }
}
