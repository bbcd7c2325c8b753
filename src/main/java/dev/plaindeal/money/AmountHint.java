package dev.plaindeal.money;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What to write instead of an amount as people write it: {@code 50 USD}, {@code £5}, {@code 20 euros}, {@code 50}. */
public final class AmountHint {

    private static final Pattern CODE = Pattern.compile("(?<![A-Za-z])[A-Za-z]{3}(?![A-Za-z])");
    private static final Pattern BETWEEN = Pattern.compile("[,;]\\s+|\\s*[;/|]\\s*|\\s+(?:and|or)\\s+");
    private static final int USUAL_DECIMALS = 2;

    /** Currencies by the sign or name people write for them; the first is the likeliest, the others have the sign too. */
    private static final Map<String, List<String>> SIGNS = new TreeMap<>(
            Comparator.comparing(String::length).reversed().thenComparing(Comparator.naturalOrder()));

    static {
        sign("USD AUD CAD HKD MXN NZD SGD TWD", "$", "dollars", "dollar", "bucks");
        sign("USD", "us$", "$us");
        sign("GBP", "\u00a3", "pounds", "pound", "quid");
        sign("EUR", "\u20ac", "euros", "euro");
        sign("JPY CNY", "\u00a5", "\uffe5");
        sign("JPY", "yen", "\u5186");
        sign("CNY", "yuan", "rmb", "\u5143");
        sign("INR", "\u20b9", "rupees");
        sign("KRW", "\u20a9", "won");
        sign("PHP", "\u20b1");
        sign("PHP MXN", "pesos", "peso");
        sign("THB", "\u0e3f", "baht");
        sign("VND", "\u20ab", "dong");
        sign("TRY", "\u20ba", "tl", "lira");
        sign("PLN", "z\u0142", "zloty");
        sign("IDR", "rp", "rupiah");
        sign("MYR", "rm", "ringgit");
        sign("BRL", "r$", "reais");
        sign("SGD", "s$");
        sign("AUD", "a$", "au$");
        sign("HKD", "hk$");
        sign("TWD", "nt$");
        sign("CAD", "c$", "ca$");
        sign("MXN", "mx$");
        sign("CHF", "francs");
        sign("SEK NOK DKK", "kr", "kronor", "kroner");
        sign("HUF", "ft", "forint");
        sign("CZK", "k\u010d");
        sign("ILS", "\u20aa");
        sign("UAH", "\u20b4");
        sign("RUB", "\u20bd");
    }

    private AmountHint() {}

    private static void sign(String codes, String... signs) {
        for (String sign : signs) {
            SIGNS.put(sign, List.of(codes.split(" ")));
        }
    }

    /** A sentence; empty where nobody can tell what was meant. */
    static String of(String text) {
        if (text.strip().endsWith("%")) {
            return "That is a percentage; say percentOff, or another word that takes one.";
        }
        List<String> meant = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (String one : BETWEEN.split(text.strip())) {
            Optional<String> amount = amount(one, others);
            if (amount.isEmpty()) {
                return AmountGuess.of(text, USUAL_DECIMALS).map(number -> "Write the currency too, for instance USD " + number + ".").orElse("");
            }
            meant.add(amount.get());
        }
        String hint = "Maybe " + String.join(", ", meant) + "?";
        return others.isEmpty() ? hint : hint + " It could also be " + String.join(", ", others) + ".";
    }

    private static Optional<String> amount(String text, List<String> others) {
        Matcher code = CODE.matcher(text);
        Optional<Currency> named = code.find() ? Currency.find(code.group().toUpperCase(Locale.ROOT)) : Optional.empty();
        if (named.isPresent()) {
            return amount(text.replace(code.group(), ""), named.get());
        }
        String lower = text.toLowerCase(Locale.ROOT);
        Optional<String> sign = SIGNS.keySet().stream().filter(one -> isAround(lower, one)).findFirst();
        if (sign.isEmpty()) {
            return Optional.empty();
        }
        List<String> codes = SIGNS.get(sign.get());
        others.addAll(codes.subList(1, codes.size()));
        return amount(lower.replace(sign.get(), ""), Currency.of(codes.get(0)));
    }

    /**
     * Every amount that may be meant, the likeliest first: {@code USD 20, AUD 20, ...} by {@code $20}, {@code GBP 5} by
     * {@code 5 pounds}; empty where no currency is named or nobody can tell.
     */
    public static List<String> readings(String text) {
        List<String> others = new ArrayList<>();
        List<String> all = new ArrayList<>();
        Optional<String> first = amount(text.strip(), others);
        first.ifPresent(all::add);
        first.ifPresent(amount -> others.forEach(code -> all.add(code + amount.substring(code.length()))));
        return all;
    }

    private static boolean isAround(String text, String sign) {
        return text.startsWith(sign) || text.endsWith(sign);
    }

    private static Optional<String> amount(String number, Currency currency) {
        return AmountGuess.of(number, currency.digits()).map(guess -> currency + " " + guess);
    }

    /** What to write instead of a number of this currency; empty where nobody can tell. */
    static String of(String number, Currency currency) {
        return amount(number, currency).map(guess -> "Maybe " + guess + "?").orElse("");
    }
}
