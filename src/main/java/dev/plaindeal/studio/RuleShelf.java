package dev.plaindeal.studio;

import dev.plaindeal.problem.Failure;
import dev.plaindeal.problem.Place;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.problem.ProblemException;
import dev.plaindeal.rules.FolderWalk;
import dev.plaindeal.text.StrictUtf8;
import dev.plaindeal.verify.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The rule files of a folder, as they lie on disk. Nothing outside the folder is read or written, whatever a path says and wherever links
 * lead. Safe from many threads: one writes at a time.
 */
final class RuleShelf {

    /** A version of a file that is not there. */
    static final String ABSENT = "";

    private static final Pattern PATH = Pattern.compile(
            "(promotions|stacking|simplicity|attributes|messages)/([A-Za-z0-9][A-Za-z0-9._-]{0,99}/){0,6}[A-Za-z0-9][A-Za-z0-9._-]{0,99}\\.(drl|properties)");

    private final Path folder;

    RuleShelf(Path folder) {
        this.folder = folder;
    }

    /**
     * A file's text at one moment.
     *
     * @param version stands for this text: equal exactly when the texts are
     */
    record ShelfFile(String text, String version) {
        static ShelfFile of(String text) {
            return new ShelfFile(text, RuleShelf.version(text));
        }
    }

    /**
     * All files that are read as rules or messages, by path.
     *
     * @throws ProblemException when the folder, or a file in it, cannot be read
     */
    Map<String, String> all() {
        try {
            FolderWalk found = FolderWalk.of(folder, folder, name -> name.startsWith("_") || name.startsWith("."));
            Map<String, String> texts = new TreeMap<>();
            for (FolderWalk.Entry entry : found.entries()) {
                if (entry.problem().isEmpty() && PATH.matcher(entry.path()).matches()) {
                    texts.put(entry.path(), text(entry.path(), entry.file()));
                }
            }
            return texts;
        } catch (IOException unreadable) {
            throw unreadable(folder.toString(), unreadable);
        }
    }

    /**
     * What a file says now; empty when it is not there.
     *
     * @throws ProblemException for a path that is none of a rule file, or leads out, and when it cannot be read
     */
    Optional<ShelfFile> read(String path) {
        Path file = inside(path);
        try {
            return Files.exists(file) ? Optional.of(ShelfFile.of(text(path, file))) : Optional.empty();
        } catch (IOException unreadable) {
            throw unreadable(path, unreadable);
        }
    }

    private static String text(String path, Path file) throws IOException {
        StrictUtf8 text = StrictUtf8.of(Files.readAllBytes(file));
        if (!text.isWhole()) {
            throw problem("not-utf-8", path, "this file is not UTF-8 text", "Save it as UTF-8 in another editor first.");
        }
        return text.text();
    }

    /**
     * Saves a text, whole or not at all, unless the file is no longer what it was when it was opened.
     *
     * @param version what the author had before; {@link #ABSENT} for a new file
     * @return what is there instead, where somebody else has saved it; empty when it is saved
     * @throws ProblemException when it cannot be written; what was there is unharmed
     */
    synchronized Optional<ShelfFile> save(String path, String text, String version) {
        Optional<ShelfFile> now = read(path);
        if (!now.map(ShelfFile::version).orElse(ABSENT).equals(version)) {
            return Optional.of(now.orElseGet(() -> new ShelfFile("", ABSENT)));
        }
        WholeFile.write(inside(path), text);
        return Optional.empty();
    }

    /**
     * Puts a file aside: its name gets a {@code _} before it, which no reader reads.
     *
     * @return as {@link #save} does
     * @throws ProblemException when it cannot be moved, or one of that name is there already
     */
    synchronized Optional<ShelfFile> putAside(String path, String version) {
        Optional<ShelfFile> now = read(path);
        if (!now.map(ShelfFile::version).orElse(ABSENT).equals(version)) {
            return Optional.of(now.orElseGet(() -> new ShelfFile("", ABSENT)));
        }
        Path file = folder.resolve(path);
        Path aside = file.resolveSibling("_" + file.getFileName());
        if (Files.exists(aside, LinkOption.NOFOLLOW_LINKS)) {
            throw problem("file-exists", path, "there is a file " + aside.getFileName() + " here already", "Rename or delete it first.");
        }
        try {
            Files.move(file, aside, StandardCopyOption.ATOMIC_MOVE);
            return Optional.empty();
        } catch (IOException failed) {
            throw unreadable(path, failed);
        }
    }

    /** Where it lies, links followed as long as they stay in the folder. */
    Path inside(String path) {
        if (!PATH.matcher(path).matches()) {
            throw problem("file-name", path, "this is no path of a rule file",
                    "For instance promotions/us/us-save10.drl: letters, digits, hyphens, points and underscores.");
        }
        Path file = folder.resolve(path);
        try {
            Path root = folder.toRealPath();
            Path there = file;
            while (!Files.exists(there, LinkOption.NOFOLLOW_LINKS)) {
                there = there.getParent();
            }
            if (!there.toRealPath().startsWith(root)) {
                throw problem("symbolic-link", path, "a link on the way to this file leads out of the folder", "Put the file itself here.");
            }
            return Files.exists(file) ? file.toRealPath() : file;
        } catch (IOException unreadable) {
            throw unreadable(path, unreadable);
        }
    }

    static String version(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static ProblemException unreadable(String path, IOException why) {
        return problem("unreadable-file", path, "this cannot be read or written: " + Failure.reason(why), "Check who may.");
    }

    private static ProblemException problem(String code, String path, String message, String hint) {
        return new ProblemException(List.of(Problem.error(code, Place.of(path), message, hint)));
    }
}
