package dev.plaindeal.money;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A currency by its ISO 4217 code, with the number of decimals its prices are quoted in.
 *
 * <p>The decimals are those of ISO 4217 (JPY 0, USD 2, KWD 3) except where practice differs: rupiah prices are quoted
 * without decimals although ISO gives the rupiah two. Immutable; one instance per code, so identity is equality.
 *
 * <p>Worked number: {@code Currency.of("KWD").digits()} is 3, so 1.250 dinar are 1250 minor units.
 */
public final class Currency {

    /** Where practice differs from ISO 4217: what shoppers see, not what the bank books. */
    private static final Map<String, Integer> QUOTED_DIGITS = Map.of("IDR", 0);

    private static final Map<String, Currency> KNOWN = new ConcurrentHashMap<>();

    private final String code;
    private final int digits;
    private final long unit;

    private Currency(String code, int digits) {
        this.code = code;
        this.digits = digits;
        long power = 1;
        for (int i = 0; i < digits; i++) {
            power *= 10;
        }
        this.unit = power;
    }

    /**
     * The currency with this code.
     *
     * @throws IllegalArgumentException when ISO 4217 has no such currency, or it has no minor unit (gold, for one)
     */
    public static Currency of(String code) {
        return find(code).orElseThrow(() -> new IllegalArgumentException("no ISO 4217 currency " + code));
    }

    /** The currency with this code, or empty when ISO 4217 has no such currency. */
    public static Optional<Currency> find(String code) {
        Currency known = KNOWN.get(code);
        return known == null ? lookUp(code) : Optional.of(known);
    }

    private static Optional<Currency> lookUp(String code) {
        java.util.Currency iso;
        try {
            iso = java.util.Currency.getInstance(code);
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
        if (iso.getDefaultFractionDigits() < 0) {
            return Optional.empty();
        }
        int digits = QUOTED_DIGITS.getOrDefault(code, iso.getDefaultFractionDigits());
        return Optional.of(KNOWN.computeIfAbsent(code, c -> new Currency(c, digits)));
    }

    /** The ISO 4217 code, three capital letters. */
    public String code() {
        return code;
    }

    /** How many decimals a price has: 0, 2 or 3 for all currencies in use. */
    public int digits() {
        return digits;
    }

    /** Minor units in one major unit: 1, 100 or 1000. */
    public long unit() {
        return unit;
    }

    @Override
    public String toString() {
        return code;
    }
}
