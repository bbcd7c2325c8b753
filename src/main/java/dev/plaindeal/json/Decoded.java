package dev.plaindeal.json;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Turns the bytes of one basket into text and reports what is no UTF-8. */
public final class Decoded {

    private static final byte[] MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private Decoded() {}

    /** The findings so far, over the text; with an error when the text is not to be read further. */
    public static JsonProblems of(String file, byte[] bytes, int firstLine) {
        boolean marked = bytes.length >= MARK.length && Arrays.equals(bytes, 0, MARK.length, MARK, 0, MARK.length);
        byte[] content = marked ? Arrays.copyOfRange(bytes, MARK.length, bytes.length) : bytes;
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
        ByteBuffer in = ByteBuffer.wrap(content);
        CharBuffer out = CharBuffer.allocate(content.length);
        var result = StandardCharsets.UTF_8.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(in, out, true);
        if (result.isError()) {
            findings.error("not-utf-8", out.position(), "",
                    String.format("The byte 0x%02X here is no UTF-8", content[in.position()] & 0xff), hint(content));
        }
    }

    private static String hint(byte[] content) {
        int first = content[0] & 0xff;
        return first == 0xfe || first == 0xff ? "Maybe the file is UTF-16: save it as UTF-8" : "Save the file as UTF-8";
    }
}
