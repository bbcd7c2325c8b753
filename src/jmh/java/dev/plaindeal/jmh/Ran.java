package dev.plaindeal.jmh;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A process that has ended well.
 *
 * @param said what it printed
 * @param cpu seconds of CPU it used, of user and system
 */
record Ran(List<String> said, double cpu) {

    /** The shell's own count of what its children used: the second line, user and system. */
    private static final Pattern TIMES = Pattern.compile("(\\d+)m([\\d.]+)s (\\d+)m([\\d.]+)s");

    /** Runs a command under the shell, which counts. */
    static Ran of(List<String> command) throws IOException {
        List<String> counted = new ArrayList<>(List.of("sh", "-c", "\"$@\" || exit 1; times", "sh"));
        counted.addAll(command);
        Process process = new ProcessBuilder(counted).redirectErrorStream(true).start();
        List<String> lines = new ArrayList<>(new String(process.getInputStream().readAllBytes()).lines().toList());
        if (!ended(process)) {
            throw new IllegalStateException(command + " failed: " + lines);
        }
        Matcher children = TIMES.matcher(lines.remove(lines.size() - 1));
        lines.remove(lines.size() - 1);
        if (!children.matches()) {
            throw new IllegalStateException("the shell did not count: " + lines);
        }
        return new Ran(lines, seconds(children, 1) + seconds(children, 3));
    }

    /** A class of ours in a JVM of its own. */
    static Ran java(Class<?> main, List<String> flags, Object... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(java()));
        command.addAll(flags);
        command.addAll(List.of("-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"), main.getName()));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        return of(command);
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static boolean ended(Process process) {
        try {
            return process.waitFor() == 0;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    private static double seconds(Matcher times, int group) {
        return 60 * Double.parseDouble(times.group(group)) + Double.parseDouble(times.group(group + 1));
    }

    static String path(String... entries) {
        return String.join(File.pathSeparator, entries);
    }
}
