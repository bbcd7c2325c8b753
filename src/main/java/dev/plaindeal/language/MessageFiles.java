package dev.plaindeal.language;

import dev.plaindeal.packed.PackedFiles;
import dev.plaindeal.problem.Place;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.text.StrictUtf8;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Finds message files in a folder or on the class path and turns their bytes into text. */
final class MessageFiles {

    private static final String PACKED = "messages/";
    private static final String ENDING = ".properties";
    private static final long MOST_BYTES = 64 * 1024;

    private MessageFiles() {}

    /**
     * The message files right in this folder by name; a leading {@code _} or point keeps a file out, as for rules. Files that
     * are too large or none, and links that lead elsewhere, are left out and reported.
     *
     * @param within the folder that links may not leave, by its real path
     */
    static Map<String, byte[]> inFolder(Path folder, Path within, List<Problem> problems) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path entry : entries.filter(entry -> counts(entry.getFileName().toString())).toList()) {
                String name = entry.getFileName().toString();
                if (!Files.isRegularFile(entry)) {
                    problems.add(problem("unreadable-file", name, "this is no file", "Put a file here."));
                } else if (!entry.toRealPath().startsWith(within)) {
                    problems.add(problem("message-link", name, "the link leads out of the folder", "Put the file itself here."));
                } else if (Files.size(entry) > MOST_BYTES) {
                    problems.add(tooLarge(name, Files.size(entry)));
                } else {
                    files.put(name, Files.readAllBytes(entry));
                }
            }
        }
        return files;
    }

    /** These texts without those that are too large, which are reported. */
    static Map<String, String> notTooLarge(Map<String, String> texts, List<Problem> problems) {
        Map<String, String> read = new TreeMap<>(texts);
        read.entrySet().removeIf(text -> {
            long bytes = text.getValue().getBytes(StandardCharsets.UTF_8).length;
            if (bytes > MOST_BYTES) {
                problems.add(tooLarge(text.getKey(), bytes));
            }
            return bytes > MOST_BYTES;
        });
        return read;
    }

    private static Problem tooLarge(String name, long bytes) {
        return problem(
                "message-file-too-large",
                name,
                "the file has " + bytes + " bytes; one of messages has at most " + MOST_BYTES,
                "A language takes a few kilobytes; is this the right file?");
    }

    private static Problem problem(String code, String name, String message, String hint) {
        return Problem.error(code, Place.of(name), message, hint);
    }

    /** The message files that come with Plaindeal. */
    static Map<String, byte[]> packed() {
        Map<String, byte[]> files = new TreeMap<>();
        PackedFiles.all().forEach((path, bytes) -> {
            String name = path.startsWith(PACKED) ? path.substring(PACKED.length()) : "";
            if (counts(name)) {
                files.put(name, bytes);
            }
        });
        return files;
    }

    static boolean counts(String name) {
        return name.endsWith(ENDING) && !name.startsWith("_") && !name.startsWith(".") && name.indexOf('/') < 0;
    }

    /** The texts of the files that are UTF-8; the others are left out and reported. */
    static Map<String, String> decode(Map<String, byte[]> files, List<Problem> problems) {
        Map<String, String> texts = new TreeMap<>();
        files.forEach((name, bytes) -> {
            StrictUtf8 read = StrictUtf8.of(bytes);
            if (read.isWhole()) {
                texts.put(name, read.text());
            } else {
                problems.add(notUtf8(name, read.text()));
            }
        });
        return texts;
    }

    /** Points at the first byte that could not be read, right behind what could. */
    private static Problem notUtf8(String file, String readSoFar) {
        String[] lines = readSoFar.split("\r\n|[\r\n]", -1);
        String last = lines[lines.length - 1];
        return Problem.error(
                "message-not-utf-8",
                Place.of(file, lines.length, last.length() + 1, last),
                "the file is not UTF-8 text",
                "Save it again as UTF-8. Buyers see English until then.");
    }
}
