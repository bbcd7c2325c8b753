package dev.plaindeal.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plaindeal.cli.Desk.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code score --fix} prints is a patch that git takes, whatever the rules folder is called. */
class ScoreFixTest {

    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void desk() throws Exception {
        desk = new Desk(folder);
        git("", "init", "-q", "-b", "main");
        git("", "config", "core.autocrlf", "false");
    }

    private String git(String typed, String... arguments) throws IOException, InterruptedException {
        return git(folder, typed, arguments);
    }

    private static String git(Path in, String typed, String... arguments) throws IOException, InterruptedException {
        List<String> command = new java.util.ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        Process git = new ProcessBuilder(command).directory(in.toFile()).redirectErrorStream(true).start();
        git.getOutputStream().write(typed.getBytes(UTF_8));
        git.getOutputStream().close();
        String said = new String(git.getInputStream().readAllBytes(), UTF_8);
        assertThat(git.waitFor()).as(said).isZero();
        return said;
    }

    /** An absolute path, as here, was written into the patch, which git refuses. */
    @Test
    void gitTakesIt() throws Exception {
        Run run = desk.run("score", "--rules", "./rules", "--fix", "us-save10");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).startsWith("--- a/rules/promotions/us/us-save10.drl\n+++ b/rules/promotions/us/us-save10.drl\n");
        assertThat(run.err()).contains("This edit: ", "Apply it in .");
        git(run.out(), "apply");
        assertThat(desk.read("rules/promotions/us/us-save10.drl")).isNotEqualTo(Desk.SAVE10);
        assertThat(desk.run("check", "--rules", "./rules").code()).isZero();
    }

    @Test
    void aWayThatGoesUpLeadsToTheSamePatch() throws Exception {
        Run run = desk.run("score", "--rules", folder + "/fixtures/../rules", "--fix", "us-save10");
        assertThat(run.out()).startsWith("--- a/rules/promotions/us/us-save10.drl\n");
        git(run.out(), "apply", "--check");
    }

    @Test
    void aLinkToTheRulesLeadsToTheSamePatch() throws Exception {
        Files.createSymbolicLink(folder.resolve("linked"), folder.resolve("rules"));
        git(desk.run("score", "--rules", "./linked", "--fix", "us-save10").out(), "apply", "--check");
    }

    @Test
    void lineEndsOfOtherSystemsAreKept() throws Exception {
        desk.write("rules/promotions/us/us-save10.drl", Desk.SAVE10.replace("\n", "\r\n"));
        Run run = desk.run("score", "--rules", "./rules", "--fix", "us-save10");
        assertThat(run.code()).as(run.err()).isZero();
        git(run.out(), "apply");
        assertThat(desk.read("rules/promotions/us/us-save10.drl").replace("\r\n", "")).doesNotContain("\r", "\n");
    }

    /** Without a repository it is for the rules folder itself, and that is said. */
    @Test
    void outsideOfARepositoryItIsForTheRulesFolder(@TempDir Path other) throws Exception {
        Desk bare = new Desk(other);
        Run run = bare.run("score", "--rules", "./rules", "--fix", "us-save10");
        assertThat(run.out()).startsWith("--- a/promotions/us/us-save10.drl\n");
        assertThat(run.err()).contains("Apply it in rules.");
        git(other.resolve("rules"), run.out(), "apply");
        assertThat(bare.read("rules/promotions/us/us-save10.drl")).isNotEqualTo(Desk.SAVE10);
    }

    @Test
    void whatIsNotThereIsTold() {
        Run none = desk.run("score", "--rules", "./rules", "--fix", "us-save11");
        assertThat(none.code()).isEqualTo(1);
        assertThat(none.err()).contains("no promotion us-save11 is scored here");
        Run noFolder = desk.run("score", "--rules", "./rulez", "--fix", "us-save10");
        assertThat(noFolder.code()).isEqualTo(1);
        assertThat(noFolder.out()).isEmpty();
    }
}
