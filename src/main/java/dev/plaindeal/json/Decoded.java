package dev.plaindeal.json;

import dev.plaindeal.text.StrictUtf8;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Turns the bytes of one JSON value into text and reports what is no UTF-8. */
public final class Decoded {

    private Decoded() {}

    /** The findings so far, over the text; with an error when the text is not to be read further. */
    public static JsonProblems of(String file, byte[] bytes, int firstLine) {
        boolean marked = StrictUtf8.isMarked(bytes);
        byte[] content = marked ? Arrays.copyOfRange(bytes, StrictUtf8.MARK_LENGTH, bytes.length) : bytes;
        String text = new String(content, StandardCharsets.UTF_8);
        JsonProblems findings = new JsonProblems(new JsonSource(file, text, firstLine));
        if (marked) {
            findings.error("byte-order-mark", 0, "", "The text starts with a byte order mark",
                    "Save it as UTF-8 without BOM");
        }
        if (text.indexOf('\ufffd') >= 0) {
            checkStrictly(content, findings);
        }
        return findings;
    }

    /** The replacement character may have been written as such, so only the strict decoder knows. */
    private static void checkStrictly(byte[] content, JsonProblems findings) {
        StrictUtf8 strict = StrictUtf8.of(content);
        if (!strict.isWhole()) {
            findings.error("not-utf-8", strict.text().length(), "",
                    String.format("The byte 0x%02X here is no UTF-8", content[strict.wrongAt()] & 0xff), hint(content));
        }
    }

    private static String hint(byte[] content) {
        int first = content[0] & 0xff;
        return first == 0xfe || first == 0xff ? "Maybe the file is UTF-16: save it as UTF-8" : "Save the file as UTF-8";
    }
}
