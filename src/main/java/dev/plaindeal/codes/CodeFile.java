package dev.plaindeal.codes;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.plaindeal.basket.CodeDirectory;
import dev.plaindeal.problem.Failure;
import dev.plaindeal.problem.Place;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A directory of codes in a sorted file that {@code plaindeal codes make} or {@code codes merge} has written. A code is looked up by
 * halving what lies between two of some thousand lines that are remembered; nothing else of it is kept on the heap, however large it is.
 *
 * <p>Immutable and thread-safe. A file that is replaced is seen when it is opened again; until then the one that was opened is used.
 * It has to be replaced as a whole, as the commands do, and never written into.
 *
 * <p>Worked figure: among ten million codes, 270 MB, one is found in about three microseconds of CPU when the system has the file in memory.
 */
public final class CodeFile implements CodeDirectory {

    private final MappedFile bytes;
    private final long codes;
    private final SampledLines samples;

    private CodeFile(MappedFile bytes, long codes, SampledLines samples) {
        this.bytes = bytes;
        this.codes = codes;
        this.samples = samples;
    }

    /**
     * Opens a file. Its length is compared with what its first line says, and some of its lines with each other; {@link CodeFileCheck}
     * reads all of it.
     *
     * @throws ProblemException when there is no such file, or it is not sorted, cut off or no code file at all
     */
    public static CodeFile open(Path file) {
        try {
            if (Files.isDirectory(file)) {
                throw refused(file, "not-a-file", "this is a folder, not a file of codes", "Name the file.");
            }
            return open(file, MappedFile.of(file));
        } catch (IOException failed) {
            throw refused(file, "unreadable-file", "the codes cannot be read: " + Failure.reason(failed), "");
        }
    }

    static CodeFile open(Path file, MappedFile bytes) {
        CodesHeader header = header(file, bytes);
        SampledLines samples = SampledLines.of(bytes);
        if (!samples.areSorted()) {
            throw refused(file, "not-sorted", "the lines of this file are damaged or not sorted", "See: plaindeal codes check FILE");
        }
        return new CodeFile(bytes, header.codes(), samples);
    }

    private static CodesHeader header(Path file, MappedFile bytes) {
        CodesHeader header = Optional.of(bytes)
                .filter(all -> all.size() >= CodesHeader.LENGTH)
                .flatMap(all -> CodesHeader.of(all.bytes(0, CodesHeader.LENGTH)))
                .orElseThrow(() -> refused(file, "no-code-file", "this is no code file: its first line is another",
                        "Make one of a list of codes with: plaindeal codes merge LIST --pool NAME --out FILE"));
        long wanted = CodesHeader.LENGTH + header.bytes();
        if (bytes.size() != wanted) {
            throw refused(file, "damaged-code-file",
                    "this file has " + bytes.size() + " bytes, and its first line says " + wanted
                            + (bytes.size() < wanted ? ": it was cut off" : ": something was added"),
                    "Copy or make it again.");
        }
        if (header.bytes() > 0 && bytes.at(wanted - 1) != CodeLine.END) {
            throw refused(file, "damaged-code-file", "the last line of this file has no end", "Copy or make it again.");
        }
        return header;
    }

    private static ProblemException refused(Path file, String code, String message, String hint) {
        return new ProblemException(List.of(Problem.error(code, Place.of(file.toString()), message, hint)));
    }

    /** How many codes it has. */
    public long codes() {
        return codes;
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalStateException where a line is damaged
     */
    @Override
    public Optional<String> pool(String code) {
        byte[] wanted = code.getBytes(UTF_8);
        // What is no text has another form in UTF-8, which may be a code.
        return new String(wanted, UTF_8).equals(code) ? pool(wanted) : Optional.empty();
    }

    private Optional<String> pool(byte[] wanted) {
        int after = samples.after(wanted);
        long low = samples.start(after - 1);
        long high = samples.start(after);
        LineWindow window = new LineWindow(bytes);
        while (low < high) {
            long start = window.lineAt(low + high >>> 1, low);
            int order = window.compared(wanted, start);
            if (order == 0) {
                return Optional.of(CodeLine.pool(bytes.bytes(start, window.end(start))));
            }
            if (order < 0) {
                high = start;
            } else {
                low = window.end(start) + 1;
            }
        }
        return Optional.empty();
    }
}
