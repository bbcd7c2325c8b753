package dev.plaindeal.backtest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run whose process is killed on the way, without a chance to tidy up, and begun again gives the answer of one that was left alone. */
class KilledBacktestTest {

    private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");
    private static final int KILLS = 3;

    @TempDir
    Path folder;

    /** Begins or goes on in a folder, and says each time that a block is done. */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        try (RejectFile rejects = RejectFile.open(folder.resolve("rejects"))) {
            BacktestReport report = Backtest.of(Orders.books(), Instant.now()).withWorkers(3).withRejects(rejects)
                    .withCheckpoint(new CheckpointFile(folder.resolve("checkpoint")), 1)
                    .withProgress((step, lines) -> System.out.println("done " + lines))
                    .run(List.of(OrderFile.of(folder.resolve("orders.jsonl"))));
            Files.writeString(folder.resolve("report.json"), BacktestJson.of(report));
        }
    }

    private Process started() throws IOException {
        return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
                "-cp", System.getProperty("java.class.path"), KilledBacktestTest.class.getName(), folder.toString())
                .redirectErrorStream(true).start();
    }

    @Test
    void whatIsKilledAndBegunAgainEndsWithTheSameAnswer() throws IOException, InterruptedException {
        List<String> lines = new ArrayList<>(Orders.many(20_000));
        for (int i = 11; i < lines.size(); i += 100) {
            lines.set(i, "bad line " + i);
        }
        Files.write(folder.resolve("orders.jsonl"), lines);
        for (int kill = 1; kill <= KILLS; kill++) {
            killedAfterTwoBlocks();
            assertThat(folder.resolve("report.json")).as("killed on the way").doesNotExist();
            assertThat(folder.resolve("checkpoint")).exists();
        }
        Process last = started();
        String said = new String(last.getInputStream().readAllBytes(), UTF_8);
        assertThat(last.waitFor()).as(said).isZero();
        assertThat(said.lines().count()).as("it went on, and did not begin anew").isLessThan(Files.size(folder.resolve("orders.jsonl")) / OrderBlocks.USUAL_BYTES);

        Files.writeString(folder.resolve("rejects-alone"), "");
        try (RejectFile rejects = RejectFile.open(folder.resolve("rejects-alone"))) {
            BacktestReport alone = Backtest.of(Orders.books(), NOW).withRejects(rejects).run(List.of(OrderFile.of(folder.resolve("orders.jsonl"))));
            assertThat(Files.readString(folder.resolve("report.json"))).isEqualTo(BacktestJson.of(alone));
        }
        assertThat(folder.resolve("rejects")).hasSameBinaryContentAs(folder.resolve("rejects-alone"));
        assertThat(Files.readAllLines(folder.resolve("rejects"))).hasSize(200);
        assertThat(folder.resolve("checkpoint")).doesNotExist();
    }

    /** Behind the second block it works on unseen: wherever it is then, it stops. */
    private void killedAfterTwoBlocks() throws IOException, InterruptedException {
        Process run = started();
        try (BufferedReader told = run.inputReader(UTF_8)) {
            List<String> first = new ArrayList<>();
            for (String line = told.readLine(); line != null && first.size() < 2; line = told.readLine()) {
                first.add(line);
            }
            assertThat(first).as("what it said").hasSize(2).allMatch(line -> line.startsWith("done "));
            run.destroyForcibly();
        }
        assertThat(run.waitFor()).as("killed").isNotZero();
    }
}
