package dev.plaindeal.codes;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.plaindeal.basket.Code;
import dev.plaindeal.basket.CodeLetters;
import dev.plaindeal.basket.PoolName;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;

/** A line of a code file, as bytes without its end: the code, a tab, the name of its pool. */
final class CodeLine {

    static final byte TAB = '\t';
    static final byte END = '\n';
    private static final int LONGEST_PLAIN = 50;

    /** By bytes: no code has a character below the tab, so this is also the order of the codes alone. */
    static final Comparator<byte[]> ORDER = Arrays::compareUnsigned;

    /** By bytes of the code alone. */
    static final Comparator<byte[]> BY_CODE =
            (one, other) -> Arrays.compareUnsigned(one, 0, tab(one), other, 0, tab(other));

    private CodeLine() {}

    /** The line of a code in normal form. */
    static byte[] of(String code, String pool) {
        return (code + (char) TAB + pool).getBytes(UTF_8);
    }

    static String pool(byte[] line) {
        int end = tab(line);
        return new String(line, end + 1, line.length - end - 1, UTF_8);
    }

    static String code(byte[] line) {
        return new String(line, 0, tab(line), UTF_8);
    }

    private static int tab(byte[] line) {
        int at = 0;
        while (at < line.length && line[at] != TAB) {
            at++;
        }
        return at;
    }

    /** What is wrong with a line of a file; empty where nothing is. */
    static Optional<String> wrong(byte[] line) {
        return isPlain(line) ? Optional.empty() : closely(line);
    }

    /** Most are, and looking closely at each of ten million takes its time. */
    private static boolean isPlain(byte[] line) {
        int tab = tab(line);
        boolean plain = tab > 0 && tab <= LONGEST_PLAIN && tab + 1 < line.length && line.length - tab <= LONGEST_PLAIN;
        for (int i = 0; plain && i < line.length; i++) {
            byte c = line[i];
            boolean capital = c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
            plain = i == tab || capital || i > tab && c >= 'a' && c <= 'z' || c == '-' && i != tab + 1;
        }
        return plain;
    }

    private static Optional<String> closely(byte[] line) {
        String text = new String(line, UTF_8);
        int tab = text.indexOf(TAB);
        if (!Arrays.equals(text.getBytes(UTF_8), line)) {
            return Optional.of("the bytes here are not UTF-8");
        }
        if (tab < 0) {
            return Optional.of("a line is a code, a tab and the name of its pool");
        }
        String code = text.substring(0, tab);
        Optional<String> wrong = CodeLetters.wrong(code).or(() -> PoolName.wrong(text.substring(tab + 1)));
        return wrong.isEmpty() && !Code.normal(code).equals(code)
                ? Optional.of("the code is not in its normal form, " + Code.normal(code))
                : wrong;
    }
}
