package dev.plaindeal.cli;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The program git, asked in one folder. It changes nothing, asks nobody anything, and is told nothing by the environment. */
final class Git {

    private final Path folder;

    Git(Path folder) {
        this.folder = folder;
    }

    /** Thrown when there is no such program. */
    static final class Absent extends IOException {
        private static final long serialVersionUID = 1L;

        Absent(IOException cause) {
            super(cause);
        }
    }

    /** What it answers, without the line end at its end; empty when it says no. */
    Optional<String> text(String... arguments) throws IOException, InterruptedException {
        return bytes(arguments).map(answer -> new String(answer, StandardCharsets.UTF_8).replaceFirst("\r?\n\\z", ""));
    }

    /** What it answers; empty when it says no. */
    Optional<byte[]> bytes(String... arguments) throws IOException, InterruptedException {
        Process git = start(ProcessBuilder.Redirect.DISCARD, arguments);
        git.getOutputStream().close();
        byte[] answer = git.getInputStream().readAllBytes();
        return git.waitFor() == 0 ? Optional.of(answer) : Optional.empty();
    }

    /** The last line of its complaint about this, empty when it has none. */
    String complaint(String... arguments) throws IOException, InterruptedException {
        Process git = start(ProcessBuilder.Redirect.PIPE, arguments);
        git.getOutputStream().close();
        String said = new String(git.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        git.waitFor();
        return said.lines().findFirst().orElse("").replaceFirst("^fatal: ", "");
    }

    /** Objects of its store, one after the other. */
    Objects objects() throws IOException {
        return new Objects(start(ProcessBuilder.Redirect.DISCARD, "cat-file", "--batch"));
    }

    /** What it says of one line put to it. */
    Optional<String> answer(String line, String... arguments) throws IOException, InterruptedException {
        Process git = start(ProcessBuilder.Redirect.DISCARD, arguments);
        try (OutputStream question = git.getOutputStream()) {
            question.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        }
        String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return git.waitFor() == 0 ? Optional.of(said) : Optional.empty();
    }

    /** Inside a hook, git's own variables name the hook's repository; the folder alone counts here. */
    private Process start(ProcessBuilder.Redirect complaints, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        ProcessBuilder git = new ProcessBuilder(command).directory(folder.toFile()).redirectError(complaints);
        Map<String, String> environment = git.environment();
        environment.keySet().removeIf(name -> name.startsWith("GIT_"));
        // A store that fetches what it lacks may not stop to ask for a password.
        environment.put("GIT_TERMINAL_PROMPT", "0");
        environment.put("LC_ALL", "C");
        try {
            return git.start();
        } catch (IOException absent) {
            throw new Absent(absent);
        }
    }

    /** Reads objects as they are stored, so that no attribute, filter or line end changes them. For one thread. */
    static final class Objects implements AutoCloseable {

        private final Process git;
        private final OutputStream questions;
        private final InputStream answers;

        private Objects(Process git) {
            this.git = git;
            this.questions = new BufferedOutputStream(git.getOutputStream());
            this.answers = new BufferedInputStream(git.getInputStream());
        }

        /** Copies one; false when the store does not have it. */
        boolean copy(String id, OutputStream into) throws IOException {
            questions.write((id + "\n").getBytes(StandardCharsets.US_ASCII));
            questions.flush();
            String[] head = line().split(" ");
            if (head.length != 3) {
                return false;
            }
            copy(Long.parseLong(head[2]), into);
            line();
            return true;
        }

        private void copy(long size, OutputStream into) throws IOException {
            byte[] some = new byte[1 << 16];
            for (long left = size; left > 0; ) {
                int read = answers.read(some, 0, (int) Math.min(some.length, left));
                if (read < 0) {
                    throw new EOFException("git ended");
                }
                into.write(some, 0, read);
                left -= read;
            }
        }

        private String line() throws IOException {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            for (int next = answers.read(); next != '\n'; next = answers.read()) {
                if (next < 0) {
                    throw new EOFException("git ended");
                }
                line.write(next);
            }
            return line.toString(StandardCharsets.UTF_8);
        }

        @Override
        public void close() {
            git.destroy();
        }
    }
}
