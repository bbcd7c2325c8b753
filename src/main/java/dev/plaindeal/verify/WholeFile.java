package dev.plaindeal.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.plaindeal.problem.Failure;
import dev.plaindeal.problem.Place;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes a file as a whole or not at all: nobody ever sees half of it. */
public final class WholeFile {

    private WholeFile() {}

    /**
     * Writes a text as UTF-8, in place of what was there; makes the folders it needs. Who may read and write the file stays as
     * it was. A link at this place is replaced and not written through.
     *
     * @throws ProblemException when it cannot be written; what was there is unharmed
     */
    public static void write(Path file, String text) {
        writeAll(Map.of(file, text));
    }

    /** What fills a new file. */
    public interface FileContent {
        /**
         * Writes it.
         *
         * @param half a file that is not there yet; it takes its place when it is whole
         */
        void to(Path half) throws IOException;
    }

    /**
     * The same for what is too long to be one text.
     *
     * @throws ProblemException when it cannot be written, or what the content throws; what was there is unharmed
     */
    public static void write(Path file, FileContent content) {
        List<Problem> problems = new ArrayList<>();
        try {
            collect(problems, file, () -> {
                makeRoom(file);
                content.to(half(file));
                keepPermissions(file, half(file));
                Files.move(half(file), file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            });
        } finally {
            collect(problems, file, () -> Files.deleteIfExists(half(file)));
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(problems.stream().distinct().toList());
        }
    }

    /**
     * Writes several files that belong together: where the text of one finds no room none is written. They take their places in this
     * order, and none behind one that cannot, because a folder stands there.
     *
     * @param texts by file
     * @throws ProblemException with a problem for each that cannot be written; what was there is unharmed
     */
    static void writeAll(Map<Path, String> texts) {
        List<Problem> problems = new ArrayList<>();
        texts.forEach((file, text) -> collect(problems, file, () -> prepare(file, text)));
        texts.keySet().stream().takeWhile(file -> problems.isEmpty()).forEach(file -> collect(problems, file, () ->
                Files.move(half(file), file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE)));
        texts.keySet().forEach(file -> collect(problems, file, () -> Files.deleteIfExists(half(file))));
        if (!problems.isEmpty()) {
            throw new ProblemException(problems.stream().distinct().toList());
        }
    }

    /** What may fail for the sake of a disk. */
    private interface DiskStep {
        void run() throws IOException;
    }

    private static void collect(List<Problem> problems, Path file, DiskStep step) {
        try {
            step.run();
        } catch (IOException failed) {
            problems.add(Problem.error(
                    "unwritable",
                    Place.of(file.toString()),
                    "this file cannot be written: " + Failure.reason(failed),
                    "What was there is as it was."));
        }
    }

    private static void prepare(Path file, String text) throws IOException {
        makeRoom(file);
        Path half = half(file);
        // A new file, or whoever put a link in its place would choose what is written over.
        Files.writeString(half, text, UTF_8, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        keepPermissions(file, half);
    }

    private static void makeRoom(Path file) throws IOException {
        Path folder = Optional.ofNullable(file.getParent()).orElse(Path.of(""));
        Files.createDirectories(folder.toAbsolutePath());
        Files.deleteIfExists(half(file));
    }

    private static Path half(Path file) {
        return file.resolveSibling("." + file.getFileName() + ".half");
    }

    private static void keepPermissions(Path file, Path half) throws IOException {
        PosixFileAttributeView kept = Files.getFileAttributeView(half, PosixFileAttributeView.class);
        if (kept != null && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            kept.setPermissions(Files.getPosixFilePermissions(file));
        }
    }
}
