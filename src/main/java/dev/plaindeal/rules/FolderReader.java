package dev.plaindeal.rules;

import dev.plaindeal.problem.Place;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.problem.ProblemException;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rule files out of a folder. It never leaves the folder, whatever links say. */
final class FolderReader {

    private static final int DEEPEST = 8;

    private final Path root;
    private final String shownRoot;
    private final Map<String, RuleFile> files = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    FolderReader(Path root, String shownRoot) {
        this.root = root;
        this.shownRoot = shownRoot.endsWith("/") ? shownRoot : shownRoot + "/";
    }

    RuleFiles read() {
        if (!Files.isDirectory(root)) {
            problem("no-folder", "", "there is no folder " + root, "Name the folder that holds promotions/.");
        } else if (!Files.isDirectory(root.resolve(Vocabulary.PROMOTIONS))) {
            problem("no-promotions", "", "the rules folder has no promotions/ in it", "Is this the right folder?");
        } else {
            list(root, "", 0);
        }
        return new RuleFiles(files, problems);
    }

    private void list(Path folder, String path, int depth) {
        if (depth > DEEPEST) {
            problem("too-deep", path, "folders inside folders end at " + DEEPEST, "Move the files further up.");
            return;
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                String name = entry.getFileName().toString().replace("/", "");
                if (!Paths.isAside(name)) {
                    enter(entry, path.isEmpty() ? name : path + "/" + name, depth);
                }
            }
        } catch (IOException | DirectoryIteratorException unreadable) {
            problem("unreadable", path, "the folder cannot be read", "Check who may read it.");
        }
    }

    private void enter(Path entry, String path, int depth) {
        try {
            BasicFileAttributes attributes =
                    Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (attributes.isDirectory()) {
                list(entry, path, depth + 1);
            } else if (attributes.isSymbolicLink() && Files.isDirectory(entry)) {
                problem("symbolic-link", path, "a link to a folder is not followed", "Put the folder itself here.");
            } else if (Paths.isRules(path)) {
                read(entry, path, attributes);
            }
        } catch (IOException unreadable) {
            problem("unreadable", path, "the file cannot be read", "Check that it is there and who may read it.");
        }
    }

    private void read(Path entry, String path, BasicFileAttributes attributes) throws IOException {
        String shown = shownRoot + path;
        Optional<Problem> misplaced = Paths.problem(path, shown);
        if (misplaced.isPresent()) {
            problems.add(misplaced.get());
        } else if (attributes.isSymbolicLink() && !entry.toRealPath().startsWith(root.toRealPath())) {
            problem("symbolic-link", path, "the link leads out of the rules folder", "Put the file itself here.");
        } else if (!attributes.isRegularFile() && !Files.isRegularFile(entry)) {
            problem("unreadable", path, "this is no file", "Put a file here.");
        } else {
            load(entry, path, shown, attributes.isRegularFile() ? attributes.size() : Files.size(entry));
        }
    }

    private void load(Path entry, String path, String shown, long size) throws IOException {
        try {
            FileText.requireSmall(shown, size);
            byte[] bytes = Files.readAllBytes(entry);
            files.put(path, new RuleFile(path, shown, FileText.of(shown, bytes), Hash.of(bytes)));
        } catch (ProblemException unreadable) {
            problems.addAll(unreadable.problems());
        }
    }

    private void problem(String code, String path, String message, String hint) {
        problems.add(Problem.error(code, Place.of(shownRoot + path), message, hint));
    }
}
