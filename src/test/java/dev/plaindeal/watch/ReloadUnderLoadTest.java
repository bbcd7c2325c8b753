package dev.plaindeal.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Several threads evaluate through reloads in a JVM with a small heap. The full run is
 * {@code mvn -q -B test -Dtest=ReloadUnderLoadTest -Dreloads=200}.
 */
class ReloadUnderLoadTest {

    @TempDir
    Path folder;

    @Test
    void noEvaluationFailsAndEachReceiptIsWhatItsBookGivesAlone() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ReloadUnderLoad.class.getName(),
                        System.getProperty("reloads", "12"),
                        "4",
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        System.out.println(said);
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said).contains(" 0 failures").doesNotContain(" 0 evaluations");
    }
}
