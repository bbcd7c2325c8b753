package dev.plaindeal.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {

    @TempDir
    private Path folder;

    @Test
    void writesInPlaceOfWhatWasThereAndLeavesNothingBeside() throws IOException {
        Path file = folder.resolve("a/b.txt");
        WholeFile.write(file, "one");
        WholeFile.write(file, "two");
        assertThat(file).hasContent("two");
        try (Stream<Path> beside = Files.list(file.getParent())) {
            assertThat(beside).containsExactly(file);
        }
    }

    /** A receipt or rule file that only its writer can read would be refused to the service that prices with it. */
    @Test
    void canBeReadByWhomeverAnyOtherFileCan() throws IOException {
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
        Path usual = Files.writeString(folder.resolve("usual.txt"), "x");
        Path whole = folder.resolve("whole.txt");
        WholeFile.write(whole, "x");
        assertThat(Files.getPosixFilePermissions(whole)).isEqualTo(Files.getPosixFilePermissions(usual));
    }
}
