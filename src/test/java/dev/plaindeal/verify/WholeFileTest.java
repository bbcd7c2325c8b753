package dev.plaindeal.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plaindeal.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    private Map<Path, String> texts(String... names) {
        Map<Path, String> texts = new LinkedHashMap<>();
        for (String name : names) {
            texts.put(folder.resolve(name), "new");
        }
        return texts;
    }

    /** A name too long for the disk is a file that finds no room, and the others wait for it. */
    @Test
    void filesThatBelongTogetherAreWrittenTogetherAndEachThatCannotBeIsNamed() throws IOException {
        Files.writeString(folder.resolve("a.txt"), "old");
        String first = "x".repeat(300);
        String second = "y".repeat(300);
        assertThatThrownBy(() -> WholeFile.writeAll(texts("a.txt", first, second)))
                .isInstanceOfSatisfying(ProblemException.class, refused -> assertThat(refused.problems())
                        .extracting(problem -> problem.place().file())
                        .containsExactly(folder.resolve(first).toString(), folder.resolve(second).toString()));
        assertThat(folder.resolve("a.txt")).hasContent("old");
        assertThat(names(folder)).containsExactly("a.txt");
    }

    @Test
    void nothingIsCutBehindAFileThatCannotTakeItsPlace() throws IOException {
        Files.createDirectories(folder.resolve("taken.txt/inside"));
        Files.writeString(folder.resolve("whole.txt"), "old");
        assertThatThrownBy(() -> WholeFile.writeAll(texts("taken.txt", "whole.txt")))
                .isInstanceOf(ProblemException.class)
                .hasMessageStartingWith("1 problem:");
        assertThat(folder.resolve("whole.txt")).hasContent("old");
        assertThat(names(folder)).containsExactly("taken.txt", "whole.txt");
    }
}
