package dev.plaindeal.packed;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * Finds the packed files wherever the class path has them: in a jar, in a jar inside a jar, or in a folder while developing.
 *
 * <p>Thread-safe; reads anew each time it is asked.
 */
public final class PackedFiles {

    private static final String FOLDER = "dev/plaindeal/packed-rules/";
    /** One that is always there, and so leads to the others. */
    private static final String ONE = "messages/en.properties";

    private PackedFiles() {}

    /**
     * The bytes of every packed file by its path, for instance {@code promotions/us/us-save10.drl}.
     *
     * @throws UncheckedIOException where the class path cannot be listed
     */
    public static Map<String, byte[]> all() {
        return all(PackedFiles.class.getClassLoader());
    }

    static Map<String, byte[]> all(ClassLoader loader) {
        try {
            URL one = loader.getResource(FOLDER + ONE);
            if (one == null) {
                throw new IOException("no " + FOLDER + " on the class path");
            }
            return one.openConnection() instanceof JarURLConnection jar ? inJar(jar) : inFolder(folderOf(one));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Map<String, byte[]> inJar(JarURLConnection connection) throws IOException {
        // A cached JarFile is shared with the class loader and must not be closed.
        connection.setUseCaches(false);
        String entries = connection.getEntryName();
        String folder = entries.substring(0, entries.length() - ONE.length());
        Map<String, byte[]> files = new TreeMap<>();
        try (JarFile jar = connection.getJarFile()) {
            for (JarEntry entry : jar.stream().filter(e -> !e.isDirectory() && e.getName().startsWith(folder)).toList()) {
                try (InputStream in = jar.getInputStream(entry)) {
                    files.put(entry.getName().substring(folder.length()), in.readAllBytes());
                }
            }
        }
        return files;
    }

    private static Map<String, byte[]> inFolder(Path folder) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
        return files;
    }

    /** The folder of all of them, from the place of the one. */
    private static Path folderOf(URL one) throws IOException {
        try {
            return Path.of(one.toURI().resolve(URI.create("../")));
        } catch (URISyntaxException noPlace) {
            throw new IOException("not a place to read from: " + one, noPlace);
        }
    }
}
