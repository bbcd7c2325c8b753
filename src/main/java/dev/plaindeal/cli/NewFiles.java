package dev.plaindeal.cli;

import dev.plaindeal.problem.Place;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.problem.ProblemException;
import dev.plaindeal.verify.WholeFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes several new files, all of them or none. */
final class NewFiles {

    private NewFiles() {}

    /**
     * Writes them.
     *
     * @throws ProblemException when one is there already, or cannot be written; then none is left behind
     */
    static void write(Map<Path, String> files) {
        files.keySet().forEach(NewFiles::requireAbsent);
        List<Path> written = new ArrayList<>();
        try {
            files.forEach((file, text) -> {
                WholeFile.write(file, text);
                written.add(file);
            });
        } catch (ProblemException unwritable) {
            written.forEach(file -> file.toFile().delete());
            throw unwritable;
        }
    }

    static void requireAbsent(Path file) {
        if (Files.exists(file)) {
            throw problem("file-exists", file.toString(), "this file is there already", "Choose another --id, or delete it.");
        }
    }

    private static ProblemException problem(String code, String file, String message, String hint) {
        return new ProblemException(List.of(Problem.error(code, Place.of(file), message, hint)));
    }
}
