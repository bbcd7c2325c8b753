package dev.plaindeal.cli;

import dev.plaindeal.PromotionEngine;
import dev.plaindeal.problem.Place;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Rules put together in a folder of their own, to be loaded from there; deleted on close. For one thread. */
final class Staged implements AutoCloseable {

    private final Path folder;
    private final String shown;

    /** Messages about these rules name this folder and not the one they are staged in. */
    Staged(String shown) throws IOException {
        this.folder = Files.createTempDirectory("plaindeal-rules");
        this.shown = shown;
    }

    /** Reads to the very end, behind the last file too: a writer whose reader leaves early ends as failed. */
    void unzip(InputStream archive) throws IOException {
        ZipInputStream zip = new ZipInputStream(archive);
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            Path file = inside(entry.getName());
            if (entry.isDirectory()) {
                Files.createDirectories(file);
            } else {
                Files.createDirectories(file.getParent());
                Files.copy(zip, file);
            }
        }
        archive.transferTo(OutputStream.nullOutputStream());
    }

    void copy(Path rules) throws IOException {
        try (Stream<Path> files = Files.walk(rules)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                put(rules.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
    }

    void put(String path, byte[] bytes) throws IOException {
        Path file = inside(path);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }

    private Path inside(String path) throws IOException {
        Path file = folder.resolve(path).normalize();
        if (!file.startsWith(folder)) {
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
        try {
            return PromotionEngine.load(folder);
        } catch (ProblemException broken) {
            List<Problem> problems = broken.problems().stream().map(this::shown).toList();
            throw new ProblemException(problems);
        }
    }

    private Problem shown(Problem problem) {
        Place at = problem.place();
        Place place = new Place(
                at.file().replace(folder.toString(), shown), at.line(), at.column(), at.pointer(), at.source());
        String message = problem.message().replace(folder.toString(), shown);
        return new Problem(problem.code(), problem.severity(), place, message, problem.hint());
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
