package dev.plaindeal.packed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is packed is found wherever the jar is; a blank or a percent sign in its path is another character in its address. */
class PackedFilesTest {

    private static final String PACKED = "dev/plaindeal/packed-rules/";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"plain.jar", "with a space.jar", "a%20b.jar", "100%+.jar", "caf\u00e9#1.jar"})
    void readsAJarOfAnyName(String name) throws IOException {
        Path jar = folder.resolve(name);
        List<String> files = List.of("messages/en.properties", "messages/_draft.properties", "promotions/us/a.drl");
        try (OutputStream out = Files.newOutputStream(jar); JarOutputStream entries = new JarOutputStream(out)) {
            for (String file : files) {
                entries.putNextEntry(new JarEntry(PACKED + file));
                entries.write(file.getBytes(StandardCharsets.UTF_8));
            }
            entries.putNextEntry(new JarEntry("something/else.drl"));
        }
        try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
            Map<String, byte[]> found = PackedFiles.all(loader);
            assertThat(found).containsOnlyKeys(files);
            assertThat(found.get("promotions/us/a.drl")).asString().isEqualTo("promotions/us/a.drl");
        }
    }

    @Test
    void readsAFolderOfClasses() throws IOException {
        Path file = folder.resolve("with a space").resolve(PACKED + "messages/en.properties");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "x");
        Files.writeString(file.resolveSibling("de.properties"), "y");
        try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.resolve("with a space").toUri().toURL()}, null)) {
            assertThat(PackedFiles.all(loader)).containsOnlyKeys("messages/en.properties", "messages/de.properties");
        }
    }

    @Test
    void saysWhenThereIsNothing() throws IOException {
        try (URLClassLoader loader = new URLClassLoader(new URL[0], null)) {
            assertThatThrownBy(() -> PackedFiles.all(loader)).isInstanceOf(UncheckedIOException.class);
        }
    }
}
