package dev.plaindeal.cli;

import dev.plaindeal.PromotionEngine;
import dev.plaindeal.problem.Place;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A rules folder as it was in a git revision. Read from git's own store into a folder of its own that is deleted
 * afterwards; neither the work tree nor the index is touched.
 */
final class GitRevision {

    private final Path rules;
    private final String revision;

    /** The folder {@code rules} of the work tree, as it was in {@code revision}. */
    GitRevision(Path rules, String revision) {
        this.rules = rules;
        this.revision = revision;
    }

    /**
     * Loads the rules.
     *
     * @throws ProblemException when there is no git, no repository, no such revision or no such folder in it, and with
     *     every problem of the rules; their places name the revision
     */
    PromotionEngine load() {
        String folder = text("rev-parse", "--show-prefix")
                .orElseThrow(() -> problem(
                        "no-repository",
                        "the folder is not in a git repository",
                        "Compare with a folder instead: --before DIR."));
        String commit = text("rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}")
                .orElseThrow(() -> problem(
                        "no-revision",
                        "there is no revision " + revision,
                        "A revision is for instance HEAD~1, a branch or a tag."));
        String top = text("rev-parse", "--show-toplevel").orElseThrow();
        return loaded(Path.of(top), commit + ":" + folder);
    }

    /** From the top of the work tree, because git archives no more than the folder it runs in. */
    private PromotionEngine loaded(Path top, String tree) {
        try (Staged staged = new Staged(revision + ":" + rules)) {
            Process git = start(top, "archive", "--format=zip", tree);
            try (InputStream archive = git.getInputStream()) {
                staged.unzip(archive);
                // A zip reader leaves the list of files at the end unread; closed there, git fails on a broken pipe.
                archive.transferTo(OutputStream.nullOutputStream());
            }
            if (git.waitFor() != 0) {
                throw problem("no-rules", "there is no folder " + rules + " in revision " + revision,
                        "Name a revision that has it, or compare with a folder: --before DIR.");
            }
            return staged.load();
        } catch (IOException unreadable) {
            throw problem("unreadable", "git's answer cannot be read: " + unreadable.getMessage(), "");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw problem("interrupted", "stopped while waiting for git", "");
        }
    }

    private Optional<String> text(String... arguments) {
        try {
            Process git = start(rules, arguments);
            String answer = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return git.waitFor() == 0 ? Optional.of(answer.strip()) : Optional.empty();
        } catch (IOException unreadable) {
            throw problem("unreadable", "git's answer cannot be read: " + unreadable.getMessage(), "");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw problem("interrupted", "stopped while waiting for git", "");
        }
    }

    /** Inside a hook, git's own variables name the hook's repository; the folder alone counts here. */
    private Process start(Path folder, String... arguments) {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        ProcessBuilder git = new ProcessBuilder(command).directory(folder.toFile());
        git.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
        git.redirectError(ProcessBuilder.Redirect.DISCARD);
        try {
            Process process = git.start();
            process.getOutputStream().close();
            return process;
        } catch (IOException absent) {
            throw problem("no-git", "git cannot be started", "Install it, or compare with a folder: --before DIR.");
        }
    }

    private ProblemException problem(String code, String message, String hint) {
        return new ProblemException(List.of(Problem.error(code, Place.of(rules.toString()), message, hint)));
    }
}
