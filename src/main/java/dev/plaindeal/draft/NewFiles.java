package dev.plaindeal.draft;

import dev.plaindeal.problem.Place;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.problem.ProblemException;
import dev.plaindeal.verify.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Several new files, written all of them or none, each inside its folder whatever links there are. For one thread. */
public final class NewFiles {

    private final Map<Path, String> files = new LinkedHashMap<>();

    /**
     * One more file.
     *
     * @param folder where it has to stay
     * @param path its name below the folder
     * @throws ProblemException when it is there already, or a link on its way leads out of the folder
     */
    public void add(Path folder, String path, String text) {
        Path file = folder.resolve(path);
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw problem("file-exists", file.toString(), "this file is there already", "Choose another --id, or delete it.");
        }
        if (!staysIn(folder, file)) {
            throw problem(
                    "symbolic-link",
                    file.toString(),
                    "a link on the way to this file leads out of " + folder,
                    "Put the folder itself here. Nothing was written.");
        }
        files.put(file, text);
    }

    /** Whether what there is of the way to it lies in the folder, which may itself be a link. */
    private static boolean staysIn(Path folder, Path file) {
        for (Path way = file.getParent(); way != null && !way.equals(folder); way = way.getParent()) {
            if (Files.exists(way, LinkOption.NOFOLLOW_LINKS)) {
                return isInside(folder, way);
            }
        }
        return true;
    }

    private static boolean isInside(Path folder, Path way) {
        try {
            return way.toRealPath().startsWith(folder.toRealPath());
        } catch (IOException leadsNowhere) {
            return false;
        }
    }

    /** Those added, in that order. */
    public List<Path> paths() {
        return List.copyOf(files.keySet());
    }

    /**
     * Writes them.
     *
     * @throws ProblemException when one cannot be written; then none is left behind
     */
    public void write() {
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

    private static ProblemException problem(String code, String file, String message, String hint) {
        return new ProblemException(List.of(Problem.error(code, Place.of(file), message, hint)));
    }
}
