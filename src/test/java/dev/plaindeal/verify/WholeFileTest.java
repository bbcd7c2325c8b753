package dev.plaindeal.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plaindeal.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {

    @TempDir
    Path folder;

    private List<String> names(Path below) throws IOException {
        try (Stream<Path> files = Files.list(below)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void makesFoldersReplacesAndLeavesNothingElse() throws IOException {
        Path file = folder.resolve("a/b/c.txt");
        WholeFile.write(file, "one");
        WholeFile.write(file, "zwei \u00e4");
        assertThat(file).hasContent("zwei \u00e4");
        assertThat(names(file.getParent())).containsExactly("c.txt");
    }

    @Test
    void othersMayReadItAsAnyFile() throws IOException {
        Path plain = Files.writeString(folder.resolve("plain.txt"), "x");
        Path whole = folder.resolve("whole.txt");
        WholeFile.write(whole, "x");
        assertThat(Files.getPosixFilePermissions(whole)).isEqualTo(Files.getPosixFilePermissions(plain));
    }

    @Test
    void whatCannotBeWrittenLeavesNothing() throws IOException {
        Files.createDirectories(folder.resolve("taken.txt/inside"));
        assertThatThrownBy(() -> WholeFile.write(folder.resolve("taken.txt"), "x"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("taken.txt: error: this file cannot be written: ");
        assertThat(names(folder)).containsExactly("taken.txt");
    }
}
