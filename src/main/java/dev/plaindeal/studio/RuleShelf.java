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
import java.util.ArrayList;
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

    private static final Pattern MESSAGES = Pattern.compile("messages/[^/]+\\.properties");
    private static final Pattern PATH = Pattern.compile(
            "(promotions|stacking|simplicity|attributes|messages)/([A-Za-z0-9][A-Za-z0-9._-]{0,99}/){0,6}[A-Za-z0-9][A-Za-z0-9._-]{0,99}\\.(drl|properties)");

    private final Path folder;

    RuleShelf(Path folder) {
        this.folder = folder;
    }

    /**
     * A file's text at one moment, its lines ended as the editor ends them.
     *
     * @param version stands for this text: equal exactly when the texts are, whatever ends their lines
     */
    record ShelfFile(String text, String version) {
        static ShelfFile of(String text) {
            return new ShelfFile(withoutReturns(text), RuleShelf.version(text));
        }
    }

    /**
     * All files that are read as rules or messages.
     *
     * @param texts by path; that of a file whose name is none for a rule file is for the engine to refuse
     * @param unread one problem for each that should be read and cannot be
     */
    record Shelved(Map<String, String> texts, List<Problem> unread) {}

    /**
     * All of them as they are now.
     *
     * @throws ProblemException when the folder cannot be read
     */
    Shelved all() {
        try {
            FolderWalk found = FolderWalk.of(folder, folder, name -> name.startsWith("_") || name.startsWith("."));
            Map<String, String> texts = new TreeMap<>();
            List<Problem> unread = new ArrayList<>(found.problems());
            found.entries().stream()
                    .filter(entry -> entry.isRules() || MESSAGES.matcher(entry.path()).matches())
                    .forEach(entry -> entry.problem().ifPresentOrElse(unread::add, () -> read(entry, texts, unread)));
            return new Shelved(texts, unread.stream().sorted().toList());
        } catch (IOException unreadable) {
            throw unreadable(folder.toString(), unreadable);
        }
    }

    /** Where the folder really lies; drafts are kept by it. */
    String root() {
        try {
            return folder.toRealPath().toString();
        } catch (IOException unreadable) {
            throw unreadable(folder.toString(), unreadable);
        }
    }

    private static void read(FolderWalk.Entry entry, Map<String, String> texts, List<Problem> unread) {
        try {
            texts.put(entry.path(), text(entry.path(), entry.file()));
        } catch (ProblemException unusable) {
            unread.addAll(unusable.problems());
        } catch (IOException unreadable) {
            unread.addAll(unreadable(entry.path(), unreadable).problems());
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
     * Saves a text, whole or not at all, unless the file is no longer what it was when it was opened. Where all its lines ended in a
     * carriage return and a line feed they still do.
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
        Path file = inside(path);
        WholeFile.write(file, endsInReturns(path, file) ? withoutReturns(text).replace("\n", "\r\n") : text);
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

    private static boolean endsInReturns(String path, Path file) {
        try {
            String text = Files.exists(file) ? text(path, file) : "";
            return text.contains("\r\n") && !text.replace("\r\n", "").contains("\n");
        } catch (IOException unreadable) {
            throw unreadable(path, unreadable);
        }
    }

    private static String withoutReturns(String text) {
        return text.replace("\r\n", "\n");
    }

    static String version(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(withoutReturns(text).getBytes(StandardCharsets.UTF_8));
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
