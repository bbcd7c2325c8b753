package dev.plaindeal.codes;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.plaindeal.problem.Failure;
import dev.plaindeal.problem.Place;
import dev.plaindeal.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import java.util.zip.CRC32C;

/**
 * A code file read from its first line to its last.
 *
 * @param codes how many it has
 * @param byPool how many of them belong to each pool
 * @param problems what is wrong with it, the first hundred of it; empty where it is as it should be
 */
public record CodeFileCheck(long codes, Map<String, Long> byPool, List<Problem> problems) {

    private static final int MOST = 100;

    /** Copies the collections. */
    public CodeFileCheck {
        byPool = Map.copyOf(byPool);
        problems = List.copyOf(problems);
    }

    /**
     * Reads a file.
     *
     * @param progress told how many codes are read
     */
    public static CodeFileCheck of(Path file, LongConsumer progress) {
        Reading reading = new Reading(file);
        try (LineSource lines = new LineSource(Files.newInputStream(file))) {
            reading.all(lines, progress);
        } catch (IOException failed) {
            reading.problem("unreadable-file", 0, "the codes cannot be read: " + Failure.reason(failed), "");
        }
        return new CodeFileCheck(reading.codes, reading.byPool, reading.problems);
    }

    /** One pass. */
    private static final class Reading {

        private final Path file;
        private final List<Problem> problems = new ArrayList<>();
        private final Map<String, Long> byPool = new TreeMap<>();
        private final CRC32C crc = new CRC32C();
        private byte[] before = {};
        private long codes;
        private long bytes;

        Reading(Path file) {
            this.file = file;
        }

        void all(LineSource lines, LongConsumer progress) throws IOException {
            Optional<CodesHeader> header = lines.next()
                    .flatMap(first -> CodesHeader.of((new String(first, UTF_8) + "\n").getBytes(UTF_8)));
            if (header.isEmpty()) {
                problem("no-code-file", 1, "this is no code file: its first line is another",
                        "Make one of a list of codes with: plaindeal codes merge LIST --pool NAME --out FILE");
                return;
            }
            for (Optional<byte[]> line = lines.next(); line.isPresent() && problems.size() < MOST; line = lines.next()) {
                line(line.get());
                progress.accept(codes);
                if (!lines.ended()) {
                    problem("damaged-code-file", codes + 1, "this line is not whole", "Copy or make the file again.");
                }
            }
            if (problems.isEmpty() && !header.get().equals(new CodesHeader(codes, bytes, crc.getValue()))) {
                problem("damaged-code-file", 1, "the codes are not those that the first line tells of: it says " + header.get().codes()
                        + " codes, there are " + codes + (header.get().codes() == codes ? ", and some are others" : ""),
                        "Copy or make the file again.");
            }
        }

        private void line(byte[] line) {
            codes++;
            bytes += line.length + 1;
            crc.update(line);
            crc.update(CodeLine.END);
            Optional<String> wrong = CodeLine.wrong(line);
            if (wrong.isPresent()) {
                problem("damaged-code-file", codes + 1, wrong.get(), "");
                return;
            }
            int order = CodeLine.BY_CODE.compare(before, line);
            if (order >= 0 && before.length > 0) {
                problem("not-sorted", codes + 1,
                        order == 0 ? "this code is that of the line before" : "this code belongs before that of the line before",
                        "Delete its first line, and sort it with: plaindeal codes merge FILE --out OTHER");
            }
            byPool.merge(CodeLine.pool(line), 1L, Long::sum);
            before = line;
        }

        void problem(String code, long line, String message, String hint) {
            problems.add(Problem.error(
                    code, Place.of(file.toString(), (int) Math.min(line, Integer.MAX_VALUE), 0, ""), message, hint));
        }
    }
}
