package dev.plaindeal.money;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The number that was probably meant by an amount written as people write it: with separators of thousands, a comma before
 * the decimals, blanks, a sign of the currency. For hints alone: nothing is ever priced with a guess.
 *
 * <p>Worked examples: {@code "50.000"} of a currency without decimals is 50000, {@code "1.000,50"} of one with two is
 * 1000.50, and {@code "5.55"} of one without decimals is anybody's guess, so none is made.
 */
public final class AmountGuess {

    private static final int LONGEST = 40;
    private static final Pattern NOISE = Pattern.compile("[\\p{Z}\\s'\\u2019`_+\\p{Sc}]");
    private static final Pattern FIGURES = Pattern.compile("[0-9][0-9.,]*");
    private static final Pattern THOUSANDS = Pattern.compile("[0-9]{1,3}([.,][0-9]{2,3})*[.,][0-9]{3}");

    private AmountGuess() {}

    /** Digits, with a point before the decimals where there are any; empty where no number is likely. */
    public static Optional<String> of(String written, int decimals) {
        if (written.length() > LONGEST) {
            return Optional.empty();
        }
        String bare = figures(NOISE.matcher(written).replaceAll(""));
        return FIGURES.matcher(bare).matches()
                ? number(bare, decimals).map(AmountGuess::withoutLeadingZeros)
                : Optional.empty();
    }

    /** In plain digits whatever the script; the separators of Arabic as those of English. */
    private static String figures(String text) {
        StringBuilder plain = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFKC).codePoints().forEach(c -> {
            int digit = Character.digit(c, 10);
            plain.appendCodePoint(digit >= 0 ? '0' + digit : c == 0x66B ? '.' : c == 0x66C || c == 0x60C ? ',' : c);
        });
        return plain.toString();
    }

    private static Optional<String> number(String bare, int decimals) {
        int last = Math.max(bare.lastIndexOf('.'), bare.lastIndexOf(','));
        if (last < 0) {
            return Optional.of(bare);
        }
        String after = bare.substring(last + 1);
        String before = bare.substring(0, last);
        boolean again = before.indexOf(bare.charAt(last)) >= 0;
        if (again || after.length() == 3 && isWhole(before)) {
            return THOUSANDS.matcher(bare).matches() ? Optional.of(digits(bare)) : Optional.empty();
        }
        boolean grouped = isWhole(before) || THOUSANDS.matcher(before).matches();
        String fine = withoutZerosBehind(after, decimals);
        if (!grouped || after.isEmpty() || fine.length() > decimals) {
            return Optional.empty();
        }
        return Optional.of(fine.isEmpty() ? digits(before) : digits(before) + "." + fine);
    }

    private static String withoutZerosBehind(String after, int decimals) {
        int end = after.length();
        while (end > decimals && after.charAt(end - 1) == '0') {
            end--;
        }
        return after.substring(0, end);
    }

    private static boolean isWhole(String text) {
        return text.indexOf('.') < 0 && text.indexOf(',') < 0;
    }

    private static String digits(String text) {
        return text.replaceAll("[.,]", "");
    }

    private static String withoutLeadingZeros(String number) {
        return number.replaceFirst("^0+(?=[0-9])", "");
    }
}
