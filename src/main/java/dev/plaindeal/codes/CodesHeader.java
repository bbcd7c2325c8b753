package dev.plaindeal.codes;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The first line of a code file. It always has the same length, so that it can be written when the lines behind it are.
 *
 * @param codes how many lines follow
 * @param bytes how many bytes these have
 * @param crc their CRC-32C
 */
record CodesHeader(long codes, long bytes, long crc) {

    private static final String FORM = "plaindeal-codes 1 codes=%015d bytes=%015d crc32c=%08x\n";
    private static final Pattern LINE = Pattern.compile("plaindeal-codes 1 codes=([0-9]{15}) bytes=([0-9]{15}) crc32c=([0-9a-f]{8})\n");
    private static final int HEX = 16;

    /** Bytes of the line, its end among them. */
    static final int LENGTH = new CodesHeader(0, 0, 0).line().length;

    byte[] line() {
        return String.format(Locale.ROOT, FORM, codes, bytes, crc).getBytes(US_ASCII);
    }

    /** What these first bytes of a file say; empty where they are no such line. */
    static Optional<CodesHeader> of(byte[] start) {
        Matcher line = LINE.matcher(new String(start, US_ASCII));
        return line.matches()
                ? Optional.of(new CodesHeader(
                        Long.parseLong(line.group(1)), Long.parseLong(line.group(2)), Long.parseLong(line.group(3), HEX)))
                : Optional.empty();
    }
}
