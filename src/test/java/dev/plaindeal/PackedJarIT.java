package dev.plaindeal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The finished jar, run as users run it: it compiles rules with what is packed in it, outside this checkout too. */
class PackedJarIT {

    private static final Path JAR = Path.of("target/plaindeal.jar").toAbsolutePath();
    private static final Path BASKET = Path.of("fixtures/article/us-live-three-layers.basket.json").toAbsolutePath();

    private record Run(int code, String out, String err) {}

    private static Run run(Path folder, String... args) throws IOException, InterruptedException {
        return run(JAR, folder, args);
    }

    private static Run run(Path jar, Path folder, String... args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", jar.toString()));
        command.addAll(List.of(args));
        Path out = Files.createTempFile("plaindeal", ".out");
        Path err = Files.createTempFile("plaindeal", ".err");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).as("the jar ends").isTrue();
        Run run = new Run(process.exitValue(), Files.readString(out), Files.readString(err));
        Files.delete(out);
        Files.delete(err);
        return run;
    }

    @Test
    void pricesABasketWithThePackedRulesAnywhere(@TempDir Path elsewhere) throws Exception {
        Run run = run(elsewhere, "evaluate", BASKET.toString(), "--format", "json");
        assertThat(run.err()).startsWith("rules: warning: ").contains("the demo rules packed in the jar are used [packed-rules]");
        assertThat(run.out()).contains("\"total\" : \"97.39\"");
        assertThat(run.code()).isZero();
    }

    /** A path with a blank, a percent sign and a plus, which are other characters in the address of a jar. */
    @Test
    void pricesABasketFromAnOddPlace(@TempDir Path elsewhere) throws Exception {
        Path odd = Files.createDirectories(elsewhere.resolve("with a blank, 100%25+")).resolve("a%20b.jar");
        Files.copy(JAR, odd);
        Run run = run(odd, elsewhere, "evaluate", BASKET.toString(), "--format", "json");
        assertThat(run.out()).contains("\"total\" : \"97.39\"");
    }

    @Test
    void compilesRulesOfAFolder(@TempDir Path elsewhere) throws Exception {
        Path file = elsewhere.resolve("my/promotions/ten-off.drl");
        Files.createDirectories(file.getParent());
        Files.writeString(file, """
                // Ten off everything.
                package promotions
                import dev.plaindeal.model.*

                rule "ten-off"
                when
                    $basket : PlatformBasket( market == "US" )
                then
                    $basket.amountOff("USD 10");
                end
                """);
        Run run = run(elsewhere, "evaluate", BASKET.toString(), "--rules", "my", "--format", "json");
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("\"total\" : \"107.39\"");
    }

    /** A pipeline in the wrong folder was green. */
    @Test
    void theCommandsAboutYourRulesDoNotTakeThePackedOnes(@TempDir Path elsewhere) throws Exception {
        Path fixture = Files.createDirectories(elsewhere.resolve("fixtures")).resolve("a.basket.json");
        Files.copy(BASKET, fixture);
        for (List<String> command : List.of(List.of("check"), List.of("test"), List.of("fmt"),
                List.of("compare", "--before", "fixtures"))) {
            Run run = run(elsewhere, command.toArray(String[]::new));
            assertThat(run.code()).as(command + run.out()).isOne();
            assertThat(run.out() + run.err()).contains("rules").contains("[no-folder]").doesNotContain("OK", "Exception");
        }
        assertThat(run(elsewhere, "score", "--market", "US").err()).contains("[packed-rules]");
    }

    /** With a stack trace, as long as nobody had thought of it. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void inputAndOutputThatFailEndInASentence(@TempDir Path elsewhere) throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java") + " -jar " + JAR + " ";
        String untidy = "package promotions\nimport dev.plaindeal.model.*\nrule \"a\"\nwhen\n$b : PlatformBasket( market == \"US\" )\nthen\n"
                + "$b.percentOff(10);\nend\n";
        Files.writeString(elsewhere.resolve("a.drl"), untidy);
        for (String[] one : new String[][] {
            {java + "evaluate - < .", "<stdin>: error: Standard input cannot be read: Is a directory [unreadable-file]"},
            {java + "score --terms - < .", "<stdin>: error: Standard input cannot be read: Is a directory [unreadable-file]"},
            {java + "return - --lines 1:1 < /dev/zero", "<stdin>: error: This has more than 64000000 bytes [input-too-large]"},
            {java + "compare --before . --after . - < .", "[no-promotions]"},
            {java + "evaluate " + BASKET + " > /dev/full", "error: the output could not be written to its end: "},
            {java + "score > /dev/full", "[output-lost]"},
            {"ulimit -f 0; " + java + "fmt a.drl", "a.drl: error: this file cannot be written: File too large [unwritable]"}
        }) {
            Process process = new ProcessBuilder("sh", "-c", one[0])
                    .directory(elsewhere.toFile())
                    .redirectError(ProcessBuilder.Redirect.PIPE)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String said = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(one[0] + said).isOne();
            assertThat(said).as(one[0]).contains(one[1]).doesNotContain("Exception", "\tat ");
        }
        assertThat(elsewhere.resolve("a.drl")).hasContent(untidy);
    }

    @Test
    void aBrokenBasketIsAProblemAndExitCodeOne(@TempDir Path elsewhere) throws Exception {
        Run run = run(elsewhere, "evaluate", "nothing-here.json");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("nothing-here.json").doesNotContain("Exception");
    }

    @Test
    void wrongUsageIsExitCodeTwo(@TempDir Path elsewhere) throws Exception {
        assertThat(run(elsewhere, "evaluate").code()).isEqualTo(2);
        assertThat(run(elsewhere, "bake").code()).isEqualTo(2);
        assertThat(run(elsewhere, "--help").code()).isZero();
    }

    @Test
    void carriesItsServicesMergedAndNoSignatures() throws Exception {
        try (java.util.jar.JarFile jar = new java.util.jar.JarFile(JAR.toFile())) {
            var services = jar.getJarEntry("META-INF/services/org.drools.wiring.api.ComponentsSupplier");
            try (InputStream in = jar.getInputStream(services)) {
                assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().count()).isGreaterThan(1);
            }
            assertThat(jar.stream().map(java.util.zip.ZipEntry::getName)).noneMatch(name -> name.endsWith(".SF"));
        }
    }
}
