package dev.plaindeal.cli;

import dev.plaindeal.PromotionEngine;
import dev.plaindeal.RuleSource;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.problem.ProblemException;
import dev.plaindeal.rules.FolderWalk.Entry;
import dev.plaindeal.rules.FolderWalk;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Rules put together in a folder of their own, to be loaded from there; deleted on close. For one thread. */
final class Staged implements AutoCloseable {

    private final Path folder;
    private final String shown;

    /** Messages about these rules name this folder and not the one they are staged in. */
    Staged(String shown) throws IOException {
        this.folder = Files.createTempDirectory("plaindeal-rules").toRealPath();
        this.shown = shown;
    }

    /**
     * Copies what would be loaded, links followed.
     *
     * @throws ProblemException when a rule file there cannot be read, or a link leads out of the rules
     */
    void copy(Path rules) throws IOException {
        FolderWalk found = FolderWalk.of(rules, rules, name -> name.startsWith("_") || name.startsWith("."));
        Stream<Problem> unreadable = found.entries().stream().filter(Entry::isRules).flatMap(entry -> entry.problem().stream());
        List<Problem> problems = Stream.concat(found.problems().stream(), unreadable).map(p -> p.below(shown)).toList();
        if (!problems.isEmpty()) {
            throw new ProblemException(problems);
        }
        for (Entry entry : found.entries()) {
            if (entry.problem().isEmpty()) {
                Files.copy(entry.file(), made(entry.path()));
            }
        }
    }

    void put(String path, byte[] bytes) throws IOException {
        try (OutputStream file = open(path)) {
            file.write(bytes);
        }
    }

    /** A new file to write to. */
    OutputStream open(String path) throws IOException {
        return Files.newOutputStream(made(path), StandardOpenOption.CREATE_NEW);
    }

    /** A link, which is put to the test like any other when the rules are loaded. To be made when all files are there. */
    void link(String path, String target) throws IOException {
        Files.createSymbolicLink(made(path), Path.of(target));
    }

    /** The place of a file, its folder made. */
    private Path made(String path) throws IOException {
        Path file = folder.resolve(path).normalize();
        if (!file.startsWith(folder)) {
            throw new IOException(path + " leads out of the folder");
        }
        Files.createDirectories(file.getParent());
        if (!file.getParent().toRealPath().startsWith(folder)) {
            throw new IOException(path + " leads out of the folder");
        }
        return file;
    }

    /**
     * Loads what is staged.
     *
     * @throws ProblemException with every problem, its place in the folder shown
     */
    PromotionEngine load() {
        return PromotionEngine.load(RuleSource.folder(folder, shown));
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException left) {
            throw new UncheckedIOException(left);
        }
    }
}
