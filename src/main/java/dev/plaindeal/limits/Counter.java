package dev.plaindeal.limits;

import dev.plaindeal.money.Currency;
import dev.plaindeal.offer.Quota;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * What is counted apart from everything else: uses, items or the money of one currency, under one name.
 *
 * <p>Names are those of a receipt's reserves, with the buyer in those of one buyer: {@code mcxmas}, {@code mcxmas/day/2021-11-08},
 * {@code mcxmas/buyer/ann/day/2021-11-08}, {@code mcxmas/store/pearl-house}, {@code code/SAVE10}. Sorted by name, then by unit, which is the order in which stores
 * lock them.
 *
 * @param name 1 to 1,000 characters without a control character or half a pair
 * @param unit {@code uses}, {@code items}, or the ISO 4217 code of the money, whose minor units are counted
 */
public record Counter(String name, String unit) implements Comparable<Counter> {

    private static final String USES = "uses";
    private static final String ITEMS = "items";
    private static final int LONGEST = 1_000;
    private static final Pattern MONEY = Pattern.compile("[A-Z]{3}");
    /** By bytes of UTF-8, as databases compare; Java's own order puts some signs elsewhere. */
    private static final Comparator<Counter> ORDER =
            Comparator.comparing((Counter one) -> one.name().getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned).thenComparing(Counter::unit);

    /**
     * Checks both.
     *
     * @throws IllegalArgumentException for a name that a database may not hold, and for a unit nobody counts in
     */
    public Counter {
        CounterNames.require("the name of a counter", name, LONGEST);
        if (!unit.equals(USES) && !unit.equals(ITEMS) && !MONEY.matcher(unit).matches()) {
            throw new IllegalArgumentException("a counter counts uses, items or the money of a currency, not " + unit);
        }
    }

    /** Orders that use it. */
    public static Counter uses(String name) {
        return new Counter(name, USES);
    }

    /** Items that get it. */
    public static Counter items(String name) {
        return new Counter(name, ITEMS);
    }

    /** Minor units of a currency. */
    public static Counter money(String name, Currency currency) {
        return new Counter(name, currency.code());
    }

    /** Orders that use a code, which is as rules spell it. */
    public static Counter ofCode(String code) {
        return uses(Quota.OF_CODE + CounterNames.part(code));
    }

    /** Whose cap it is: the promotion's id, {@code code/} and the code, or {@code budget/} and the name of a budget that promotions share. */
    public String owner() {
        boolean prefixed = name.startsWith(Quota.OF_CODE) || name.startsWith(Quota.OF_FUND);
        int end = name.indexOf('/', prefixed ? name.indexOf('/') + 1 : 0);
        return end < 0 ? name : name.substring(0, end);
    }

    /** Whether orders are counted. */
    public boolean isUses() {
        return unit.equals(USES);
    }

    /** Whether items are counted. */
    public boolean isItems() {
        return unit.equals(ITEMS);
    }

    @Override
    public int compareTo(Counter other) {
        return ORDER.compare(this, other);
    }

    /** For people and logs, for instance {@code mcxmas (uses)}; of one buyer it names the buyer as the host does. */
    @Override
    public String toString() {
        return name + " (" + unit + ")";
    }
}
