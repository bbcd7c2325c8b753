package dev.plaindeal.rules;

import dev.plaindeal.problem.Place;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.rules.grammar.RuleFolder;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What lies in a rules folder, found at one moment. Names are those below the folder; what they lead to is said by its real
 * place, so that a link turned meanwhile mixes nothing.
 *
 * <p>Links are followed as long as they stay inside, to files and to folders: a volume of configuration is laid out as links
 * to {@code ..data}, itself a link that is turned when the configuration changes. A link that leaves the folder is never
 * followed, and no folder is read twice, so links in a ring end. For one thread.
 */
public final class FolderWalk {

    private static final int DEEPEST = 8;

    private final Path within;
    private final Predicate<String> leftOut;
    private final List<Entry> entries = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Map<Path, String> read = new HashMap<>();
    private final Map<Path, Path> links = new HashMap<>();
    private final Deque<Link> toFollow = new ArrayDeque<>();

    /** What a name leads to. */
    public enum Kind {
        /** A file that can be read. */
        FILE,
        /** A link out of the folder. */
        LINK_OUT,
        /** A pipe, a device or the like: reading it may never end. */
        NO_FILE,
        /** A link to nothing, or a file that was gone or closed to us when it was looked at. */
        UNREADABLE
    }

    /**
     * Something that is no folder.
     *
     * @param path its name below the folder, with slashes
     * @param file where it really lies
     * @param kind what can be done with it
     */
    public record Entry(String path, Path file, Kind kind) {

        /** Whether it is called like a rule file. */
        public boolean isRules() {
            return RulePaths.isRules(path);
        }

        /** Why it cannot be read, if so; its place is the path. */
        public Optional<Problem> problem() {
            return switch (kind) {
                case FILE -> Optional.empty();
                case LINK_OUT -> Optional.of(
                        error("symbolic-link", path, "the link leads out of the rules folder", "Put the file itself here."));
                case NO_FILE -> Optional.of(error("unreadable", path, "this is no file", "Put a file here."));
                case UNREADABLE -> Optional.of(error(
                        "unreadable", path, "the file cannot be read", "Check that it is there and who may read it."));
            };
        }
    }

    private record Link(Path at, String path, int depth) {}

    private FolderWalk(Path within, Predicate<String> leftOut) {
        this.within = within;
        this.leftOut = leftOut;
    }

    /**
     * Looks through a folder.
     *
     * @param within the rules folder it belongs to, which links may not leave; itself often
     * @param leftOut names of files and folders that are not looked at
     * @throws IOException when there is no such folder
     */
    public static FolderWalk of(Path folder, Path within, Predicate<String> leftOut) throws IOException {
        FolderWalk found = new FolderWalk(within.toRealPath(), leftOut);
        found.folder(folder.toRealPath(), "", 0);
        while (!found.toFollow.isEmpty()) {
            found.follow(found.toFollow.removeFirst());
        }
        return found;
    }

    /** The rules folder that a file or folder belongs to: the nearest around it that has promotions, else its own. */
    public static Path around(Path named) {
        Path given = named.toAbsolutePath().normalize();
        Path own = Files.isDirectory(given) ? given : Optional.ofNullable(given.getParent()).orElse(given);
        for (Path folder = own; folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve(RuleFolder.PROMOTIONS))) {
                return folder;
            }
        }
        return own;
    }

    /** All that is no folder, those behind links last. */
    public List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** What is wrong with folders; the place of each is below this one. */
    public List<Problem> problems() {
        return List.copyOf(problems);
    }

    /** Whether its links still lead where they led: what was read in between is of one state. */
    boolean isStill() {
        return links.entrySet().stream().allMatch(link -> leads(link.getKey(), link.getValue()));
    }

    private static boolean leads(Path link, Path to) {
        try {
            return link.toRealPath().equals(to);
        } catch (IOException gone) {
            return false;
        }
    }

    private void folder(Path folder, String path, int depth) {
        String before = read.putIfAbsent(folder, path);
        if (before != null) {
            String where = before.isEmpty() ? "a folder it lies in" : before + "/, which is read already";
            problems.add(error("symbolic-link", path, "the link leads to " + where, "Put the files themselves here."));
        } else if (depth > DEEPEST) {
            problems.add(error("too-deep", path, "folders inside folders end at " + DEEPEST, "Move the files further up."));
        } else {
            list(folder, path, depth);
        }
    }

    private void list(Path folder, String path, int depth) {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder)) {
            List<Path> sorted = new ArrayList<>();
            found.forEach(sorted::add);
            sorted.sort(null);
            for (Path entry : sorted) {
                String name = entry.getFileName().toString().replace("/", "");
                if (!leftOut.test(name)) {
                    enter(entry, path.isEmpty() ? name : path + "/" + name, depth);
                }
            }
        } catch (IOException | DirectoryIteratorException unreadable) {
            problems.add(error("unreadable", path, "the folder cannot be read", "Check who may read it."));
        }
    }

    /** Links wait until everything else is found, so that it is the link that is told when a folder is there twice. */
    private void enter(Path entry, String path, int depth) {
        try {
            BasicFileAttributes attributes =
                    Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (attributes.isDirectory()) {
                folder(entry, path, depth + 1);
            } else if (attributes.isSymbolicLink()) {
                toFollow.add(new Link(entry, path, depth));
            } else {
                entries.add(new Entry(path, entry, attributes.isRegularFile() ? Kind.FILE : Kind.NO_FILE));
            }
        } catch (NoSuchFileException gone) {
            goneMeanwhile(entry, path);
        } catch (IOException unreadable) {
            entries.add(new Entry(path, entry, Kind.UNREADABLE));
        }
    }

    /** Editors make and delete files of their own all the time; a rule file that goes while we look is another matter. */
    private void goneMeanwhile(Path entry, String path) {
        if (RulePaths.isRules(path)) {
            entries.add(new Entry(path, entry, Kind.UNREADABLE));
        }
    }

    private void follow(Link link) {
        Optional<Path> leads = real(link.at());
        if (leads.isEmpty()) {
            entries.add(new Entry(link.path(), link.at(), saysOut(link.at()) ? Kind.LINK_OUT : Kind.UNREADABLE));
            return;
        }
        Path to = leads.get();
        links.put(link.at(), to);
        boolean inside = to.startsWith(within);
        if (inside && Files.isDirectory(to)) {
            folder(to, link.path(), link.depth() + 1);
        } else if (Files.isDirectory(to)) {
            problems.add(error(
                    "symbolic-link", link.path(), "the link leads out of the rules folder", "Put the folder itself here."));
        } else {
            Kind kind = Files.isRegularFile(to) ? Kind.FILE : Kind.NO_FILE;
            entries.add(new Entry(link.path(), to, inside ? kind : Kind.LINK_OUT));
        }
    }

    private static Optional<Path> real(Path link) {
        try {
            return Optional.of(link.toRealPath());
        } catch (IOException nowhere) {
            return Optional.empty();
        }
    }

    /** Whether a link that leads nowhere would lead out. */
    private boolean saysOut(Path link) {
        try {
            return !link.resolveSibling(Files.readSymbolicLink(link)).normalize().startsWith(within);
        } catch (IOException gone) {
            return false;
        }
    }

    private static Problem error(String code, String path, String message, String hint) {
        return Problem.error(code, Place.of(path), message, hint);
    }
}
