package dev.plaindeal.cli;

import dev.plaindeal.draft.NewFiles;
import dev.plaindeal.problem.Failure;
import dev.plaindeal.problem.Place;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A folder to be written that is not there yet, or empty: nothing is mixed with what lies there. For one thread. */
final class EmptyFolder {

    private final Path folder;
    private final NewFiles files = new NewFiles();

    private EmptyFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * This folder.
     *
     * @throws ProblemException when there is something in it, or it is none
     */
    static EmptyFolder of(Path folder) {
        if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS) && !isEmpty(folder)) {
            throw new ProblemException(List.of(Problem.error("folder-not-empty", Place.of(folder.toString()),
                    "there is something here already", "Name a new folder with --out, or delete this one. Nothing was written.")));
        }
        return new EmptyFolder(folder);
    }

    private static boolean isEmpty(Path folder) {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        } catch (IOException unreadable) {
            throw new ProblemException(List.of(Problem.error(
                    "unreadable-file", Place.of(folder.toString()), "this folder cannot be read: " + Failure.reason(unreadable), "")));
        }
    }

    void add(String path, String text) {
        files.add(folder, path, text);
    }

    /** Writes all that was added, or nothing. */
    void write() {
        files.write();
    }
}
