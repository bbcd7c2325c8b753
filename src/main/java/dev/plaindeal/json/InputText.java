package dev.plaindeal.json;

import dev.plaindeal.problem.Place;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Input that is read as a whole: never without end, and UTF-8. */
public final class InputText {

    /** The receipt of the largest basket is far smaller. */
    public static final int MOST_BYTES = 64_000_000;

    private InputText() {}

    /**
     * All bytes.
     *
     * @param name for the place of a problem
     * @throws ProblemException when there are more than {@link #MOST_BYTES}
     */
    public static byte[] bytes(String name, InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new ProblemException(List.of(Problem.error(
                    "input-too-large", Place.of(name), "This has more than " + MOST_BYTES + " bytes", "")));
        }
        return bytes;
    }

    /**
     * Bytes as text.
     *
     * @param name for the place of a problem
     * @throws ProblemException when they are no UTF-8, or start with a byte order mark
     */
    public static String of(String name, byte[] bytes) {
        JsonProblems findings = Decoded.of(name, bytes, 1);
        if (findings.hasErrors()) {
            throw new ProblemException(findings.sorted());
        }
        return findings.source().text();
    }
}
