package dev.plaindeal.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a patch of a file is applied: git refuses paths that begin at the root of the system, or go up.
 *
 * @param folder the folder to apply it in
 * @param name the file's path below it, with slashes
 */
record PatchPlace(Path folder, String name) {

    /** The repository the file is in; without one the folder one stands in, else the rules folder. Links are followed, for git follows none. */
    static PatchPlace of(Path file, Path rules) throws IOException, InterruptedException {
        Path real = file.toRealPath();
        Path folder = Stream.concat(repository(real.getParent()).stream(), Stream.of(Path.of("").toRealPath(), rules.toRealPath()))
                .filter(real::startsWith)
                .findFirst()
                .orElse(real.getParent());
        return new PatchPlace(folder, folder.relativize(real).toString().replace('\\', '/'));
    }

    private static Optional<Path> repository(Path in) throws IOException, InterruptedException {
        try {
            Optional<String> top = new Git(in).text("rev-parse", "--show-toplevel");
            return top.isPresent() ? Optional.of(Path.of(top.get()).toRealPath()) : Optional.empty();
        } catch (Git.Absent absent) {
            return Optional.empty();
        }
    }

    /** Whether it is the folder one stands in. */
    boolean isHere() throws IOException {
        return folder.equals(Path.of("").toRealPath());
    }
}
