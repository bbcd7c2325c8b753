package dev.plaindeal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plaindeal.cli.Desk.Run;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What became simpler or harder since a revision, by the revisions that touched the rules. */
class ScoreSinceTest {

    private static final String SAVE10 = "rules/promotions/us/us-save10.drl";

    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void desk() throws Exception {
        desk = new Desk(folder);
        git("init", "-q", "-b", "main");
        commit("2026-11-01");
    }

    private void git(String... arguments) throws IOException, InterruptedException {
        gitOn("2026-11-01", arguments);
    }

    private void gitOn(String day, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git", "-c", "user.name=a", "-c", "user.email=a@example.org"));
        command.addAll(List.of(arguments));
        ProcessBuilder git = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        git.environment().put("GIT_AUTHOR_DATE", day + "T12:00:00Z");
        git.environment().put("GIT_COMMITTER_DATE", day + "T12:00:00Z");
        Process process = git.start();
        String said = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(said).isZero();
    }

    private void commit(String day) throws IOException, InterruptedException {
        git("add", "-A");
        gitOn(day, "commit", "-q", "-m", "rules of " + day);
    }

    private Run since(String... more) {
        List<String> args = new ArrayList<>(List.of("score", "--rules", "./rules", "--since"));
        args.addAll(List.of(more));
        return desk.run(args.toArray(String[]::new));
    }

    @Test
    void eachRevisionThatTouchedTheRulesIsTold() throws Exception {
        desk.replace(SAVE10, "percentOff(10)", "percentOff(17)");
        commit("2026-11-05");
        desk.write("notes.txt", "no rules");
        commit("2026-11-06");
        desk.replace(SAVE10, "percentOff(17)", "percentOff(50)");
        desk.replace("rules/promotions/pearl/pearl-tiers.drl", ".tier(\"USD 100\", \"USD 12\")", "");
        commit("2026-11-07");
        desk.write("rules/promotions/us/us-five.drl", Desk.SAVE10.replace("us-save10", "us-five").replace("SAVE10", "FIVE"));
        Run run = since("main~3");
        assertThat(run.code()).as(run.err()).isZero();
        String[] parts = run.out().split("\n\n");
        assertThat(parts[0]).contains("2 simpler", "us-five", "new", "in all draws");
        assertThat(parts[1].lines().map(line -> line.replaceAll("[0-9a-f]{10} ", "COMMIT ").replaceAll(" +", " ").replaceAll("\\d+\\.\\d", "N"))).containsExactly(
                "2026-11-01 COMMIT N on average of 2",
                "2026-11-05 COMMIT N on average of 2",
                " N N -N US us-save10 harder in all draws",
                "2026-11-07 COMMIT N on average of 2",
                " N N +N US pearl-tiers simpler in all draws",
                " N N +N US us-save10 simpler in all draws",
                "now N on average of 3",
                " - N US us-five new");
    }

    @Test
    void jsonHasTheSame() throws Exception {
        desk.replace(SAVE10, "percentOff(10)", "percentOff(17)");
        commit("2026-11-05");
        JsonNode all = new ObjectMapper().readTree(since("main~1", "--format", "json").out());
        assertThat(all.at("/changes")).hasSize(2);
        assertThat(all.at("/revisions")).hasSize(3);
        assertThat(all.at("/revisions/1/date").asText()).isEqualTo("2026-11-05");
        assertThat(all.at("/revisions/1/commit").asText()).hasSize(40);
        assertThat(all.at("/revisions/1/changes/0/course").asText()).isEqualTo("harder");
        assertThat(all.at("/revisions/1/changes/0/simplerIn").asDouble(1)).isZero();
        assertThat(all.at("/revisions/2/changes")).isEmpty();
        assertThat(all.at("/earlierLeftOut").asBoolean(true)).isFalse();
    }

    /** Rules that could not be used for a day hide nothing of what was before and after. */
    @Test
    void aRevisionThatCannotBeUsedIsTold() throws Exception {
        desk.replace(SAVE10, "percentOff(10)", "precentOff(10)");
        commit("2026-11-05");
        desk.replace(SAVE10, "precentOff(10)", "percentOff(17)");
        commit("2026-11-06");
        Run run = since("main~2");
        assertThat(run.code()).isZero();
        assertThat(run.out()).containsPattern("2026-11-05 [0-9a-f]{10}  these rules cannot be used\n  .*us-save10.drl:\\d+:\\d+: error: there is no word precentOff")
                .containsPattern("2026-11-06 .*\n.*us-save10 +harder in all draws");
    }

    @Test
    void theFirstRevisionHasToBeThere() {
        Run run = since("nowhere");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("there is no revision nowhere");
    }

    @Test
    void nothingChangedIsTold() {
        Run run = since("HEAD");
        assertThat(run.out()).contains("0 simpler, 0 harder, 2 as before, 0 new, 0 gone");
    }
}
