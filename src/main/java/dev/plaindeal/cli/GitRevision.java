package dev.plaindeal.cli;

import dev.plaindeal.PromotionEngine;
import dev.plaindeal.problem.Place;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.problem.ProblemException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A rules folder as it was in a git revision. Its files are taken from git's own store byte for byte, so that no attribute
 * leaves one out or changes it; neither the work tree nor the index is looked at or touched. They lie in a folder of its own
 * that is deleted afterwards.
 */
final class GitRevision {

    private static final String FILE = "100";
    private static final String LINK = "120";
    private static final int SHORT = 10;

    private final Path rules;
    private final String revision;
    private final String shown;
    private final Git git;

    /**
     * A commit.
     *
     * @param hash its whole name
     * @param date the day it was made, by the clock of who made it
     */
    record GitCommit(String hash, String date) {
        String shortHash() {
            return hash.substring(0, SHORT);
        }
    }

    /** Something in the folder: mode, id and path as git writes them. */
    private record GitEntry(String mode, String id, String path) {}

    /** The folder {@code rules} of the work tree, as it was in {@code revision}. */
    GitRevision(Path rules, String revision) {
        this.rules = rules;
        this.revision = revision;
        this.shown = revision + ":" + rules;
        this.git = new Git(rules);
    }

    /**
     * Loads the rules.
     *
     * @throws ProblemException when there is no git, no repository, no such revision or no such folder in it, and with
     *     every problem of the rules; their places name the revision
     */
    PromotionEngine load() {
        return asked(() -> {
            try (Staged staged = new Staged(shown)) {
                stage(entries(tree(commit())), staged);
                return staged.load();
            }
        });
    }

    /**
     * The commits behind this revision that touched the folder, the latest last; at most so many, those before them left out.
     *
     * @throws ProblemException as {@link #load} does
     */
    List<GitCommit> laterCommits(int most) {
        return asked(() -> commits("--max-count=" + most, commit() + "..HEAD", "--", "."));
    }

    /** The commit this revision is, with its date. */
    GitCommit named() {
        return asked(() -> commits("--max-count=1", commit())).get(0);
    }

    private List<GitCommit> commits(String... which) throws IOException, InterruptedException {
        List<String> log = new ArrayList<>(List.of("log", "--format=%H %cs"));
        log.addAll(List.of(which));
        String answer = git.text(log.toArray(String[]::new)).orElseThrow(() -> new IOException("it tells no commits"));
        List<GitCommit> commits = new ArrayList<>(answer.lines().map(line -> line.split(" ")).map(line -> new GitCommit(line[0], line[1])).toList());
        Collections.reverse(commits);
        return commits;
    }

    /** A question to git. */
    private interface GitQuestion<T> {
        T ask() throws IOException, InterruptedException;
    }

    private <T> T asked(GitQuestion<T> question) {
        try {
            return question.ask();
        } catch (Git.Absent absent) {
            throw problem("no-git", "git cannot be started", "Install it, or compare with a folder: --before DIR.");
        } catch (IOException unreadable) {
            throw problem("unreadable", "git's answer cannot be read: " + unreadable.getMessage(), "");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw problem("interrupted", "stopped while waiting for git", "");
        }
    }

    private String commit() throws IOException, InterruptedException {
        if (git.text("rev-parse", "--show-toplevel").isEmpty()) {
            throw noRepository(git.complaint("rev-parse", "--show-toplevel"));
        }
        // In two steps, for "^{commit}" behind a revision such as :/words would be one more word to look for.
        Optional<String> named = git.text("rev-parse", "--verify", "--quiet", "--end-of-options", revision);
        Optional<String> commit = named.isEmpty()
                ? named
                : git.text("rev-parse", "--verify", "--quiet", "--end-of-options", named.get() + "^{commit}");
        if (commit.isEmpty()) {
            boolean shallow = git.text("rev-parse", "--is-shallow-repository").equals(Optional.of("true"));
            throw problem("no-revision", "there is no revision " + revision, shallow
                    ? "This copy of the repository holds only its latest revisions: git fetch --unshallow gets the others."
                    : "A revision is for instance HEAD~1, a branch or a tag.");
        }
        return commit.get();
    }

    private ProblemException noRepository(String complaint) {
        String hint = "Compare with a folder instead: --before DIR.";
        return problem(
                "no-repository",
                "the folder is not in a git repository" + (complaint.startsWith("not a git") ? "" : " that can be read"),
                complaint.startsWith("not a git") ? hint : "Git says: " + complaint + ". " + hint);
    }

    /**
     * The folder in this commit. It is looked for as it was named first, links and all: where a link leads in the work tree is
     * not where it led in the revision.
     */
    private String tree(String commit) throws IOException, InterruptedException {
        for (String path : inRepository()) {
            Optional<String> tree = tree(commit, path);
            if (tree.isPresent()) {
                return tree.get();
            }
        }
        throw problem("no-rules", "there is no folder " + rules + " in revision " + revision,
                "Name a revision that has it, or compare with a folder: --before DIR.");
    }

    /** The folder's paths in the repository: as it was named, and as it really lies. */
    private Set<String> inRepository() throws IOException, InterruptedException {
        Path top = Path.of(git.text("rev-parse", "--show-toplevel").orElseThrow()).toRealPath();
        Path named = rules.toAbsolutePath().normalize();
        Set<String> paths = new LinkedHashSet<>();
        for (Path way = named; way != null; way = way.getParent()) {
            if (Files.isSameFile(named, rules) && way.toRealPath().equals(top)) {
                paths.add(slashed(way.relativize(named)));
            }
        }
        paths.add(slashed(top.relativize(rules.toRealPath())));
        return paths;
    }

    private static String slashed(Path path) {
        return path.toString().replace('\\', '/');
    }

    /** A link on the way is followed as far as the commit goes. */
    private Optional<String> tree(String commit, String path) throws IOException, InterruptedException {
        String spot = commit + ":" + path;
        Optional<String> found = git.text("rev-parse", "--verify", "--quiet", "--end-of-options", spot);
        if (found.isPresent() && git.text("cat-file", "-t", found.get()).equals(Optional.of("tree"))) {
            return found;
        }
        if (path.indexOf('\n') >= 0) {
            return Optional.empty();
        }
        String[] followed = git.answer(spot, "cat-file", "--batch-check", "--follow-symlinks").orElse("").split("[ \n]");
        if (followed[0].equals("symlink")) {
            throw problem("symbolic-link", "in revision " + revision + " this folder is a link that leads out of the repository",
                    "Name a revision that has the folder itself, or compare with a folder: --before DIR.");
        }
        return followed.length > 1 && followed[1].equals("tree") ? Optional.of(followed[0]) : Optional.empty();
    }

    private List<GitEntry> entries(String tree) throws IOException, InterruptedException {
        byte[] list = git.bytes("ls-tree", "-r", "-z", "--full-tree", tree)
                .orElseThrow(() -> new IOException("the folder is not there"));
        List<GitEntry> entries = new ArrayList<>();
        for (String line : new String(list, StandardCharsets.UTF_8).split("\0")) {
            int tab = line.indexOf('\t');
            if (tab > 0) {
                String[] head = line.substring(0, tab).split(" ");
                entries.add(new GitEntry(head[0], head[2], line.substring(tab + 1)));
            }
        }
        return entries;
    }

    /** Links last, for nothing may be written through them. */
    private void stage(List<GitEntry> entries, Staged staged) throws IOException {
        List<Problem> problems = new ArrayList<>();
        try (Git.Objects objects = git.objects()) {
            for (GitEntry entry : entries) {
                if (entry.mode().startsWith(FILE)) {
                    stageFile(entry, objects, staged, problems);
                } else if (!entry.mode().startsWith(LINK) && !isAside(entry)) {
                    problems.add(error("submodule", entry, "a repository of its own lies here, whose files are not part of this one",
                            "Compare with a folder instead: --before DIR."));
                }
            }
            for (GitEntry entry : entries) {
                if (entry.mode().startsWith(LINK)) {
                    stageLink(entry, objects, staged, problems);
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(problems);
        }
    }

    private void stageFile(GitEntry entry, Git.Objects objects, Staged staged, List<Problem> problems) throws IOException {
        try (OutputStream file = staged.open(entry.path())) {
            if (!objects.copy(entry.id(), file)) {
                problems.add(notHere(entry));
            }
        } catch (InvalidPathException unwritable) {
            refuse(entry, problems);
        }
    }

    private void stageLink(GitEntry entry, Git.Objects objects, Staged staged, List<Problem> problems) throws IOException {
        ByteArrayOutputStream target = new ByteArrayOutputStream();
        if (!objects.copy(entry.id(), target)) {
            problems.add(notHere(entry));
            return;
        }
        try {
            staged.link(entry.path(), target.toString(StandardCharsets.UTF_8));
        } catch (InvalidPathException unwritable) {
            refuse(entry, problems);
        }
    }

    /** Names that this system cannot write: a rule file has none of them, and other files are not asked for. */
    private void refuse(GitEntry entry, List<Problem> problems) {
        if (entry.path().endsWith(".drl") && !isAside(entry)) {
            problems.add(error("file-name", entry, "this name is not one for a rule file",
                    "Use letters, digits, hyphens, points and underscores."));
        }
    }

    private static boolean isAside(GitEntry entry) {
        return entry.path().matches("(?s)(.*/)?[_.].*");
    }

    private Problem notHere(GitEntry entry) {
        return error("unreadable", entry, "this copy of the repository does not hold the file", "Fetch it with git first.");
    }

    private Problem error(String code, GitEntry entry, String message, String hint) {
        return Problem.error(code, Place.of(shown + "/" + entry.path()), message, hint);
    }

    private ProblemException problem(String code, String message, String hint) {
        return new ProblemException(List.of(Problem.error(code, Place.of(rules.toString()), message, hint)));
    }
}
