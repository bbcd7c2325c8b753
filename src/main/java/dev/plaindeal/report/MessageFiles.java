package dev.plaindeal.report;

import dev.plaindeal.problem.Place;
import dev.plaindeal.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** Finds message files in a folder or on the class path and turns their bytes into text. */
final class MessageFiles {

    private static final String PACKED = "dev/plaindeal/packed-rules/messages/";
    private static final String ENDING = ".properties";

    private MessageFiles() {}

    /** The message files right in this folder by name; a leading {@code _} keeps a file out, as for rules. */
    static Map<String, byte[]> inFolder(Path folder) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path entry : entries.filter(Files::isRegularFile).toList()) {
                String name = entry.getFileName().toString();
                if (counts(name)) {
                    files.put(name, Files.readAllBytes(entry));
                }
            }
        }
        return files;
    }

    /** The message files packed beside the classes. English is always among them, and so leads to the others. */
    static Map<String, byte[]> packed(ClassLoader loader) {
        URL english = loader.getResource(PACKED + "en" + ENDING);
        if (english == null) {
            throw new IllegalStateException("no " + PACKED + "en" + ENDING + " on the class path");
        }
        try {
            return english.openConnection() instanceof JarURLConnection jar
                    ? inJar(jar)
                    : inFolder(Path.of(folderOf(english)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static URI folderOf(URL file) {
        try {
            return file.toURI().resolve(".");
        } catch (URISyntaxException e) {
            throw new IllegalStateException("not a place to read from: " + file, e);
        }
    }

    private static Map<String, byte[]> inJar(JarURLConnection connection) throws IOException {
        // A cached JarFile is shared with the class loader and must not be closed.
        connection.setUseCaches(false);
        Map<String, byte[]> files = new TreeMap<>();
        try (JarFile jar = connection.getJarFile()) {
            for (JarEntry entry : jar.stream().toList()) {
                String name = entry.getName().startsWith(PACKED) ? entry.getName().substring(PACKED.length()) : "";
                if (counts(name)) {
                    files.put(name, bytes(jar, entry));
                }
            }
        }
        return files;
    }

    private static byte[] bytes(JarFile jar, JarEntry entry) throws IOException {
        try (InputStream in = jar.getInputStream(entry)) {
            return in.readAllBytes();
        }
    }

    private static boolean counts(String name) {
        return name.endsWith(ENDING) && !name.startsWith("_") && name.indexOf('/') < 0;
    }

    /** The texts of the files that are UTF-8; the others are left out and reported. */
    static Map<String, String> decode(Map<String, byte[]> files, List<Problem> problems) {
        Map<String, String> texts = new TreeMap<>();
        files.forEach((name, bytes) -> {
            CharBuffer text = CharBuffer.allocate(bytes.length);
            ByteBuffer source = ByteBuffer.wrap(bytes);
            CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
            CoderResult end = decoder.decode(source, text, true);
            String read = text.flip().toString();
            if (end.isError()) {
                problems.add(notUtf8(name, read));
            } else {
                texts.put(name, read);
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
