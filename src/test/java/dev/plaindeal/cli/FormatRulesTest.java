package dev.plaindeal.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormatRulesTest {

    private static final String MESSY =
            "package promotions\nimport dev.plaindeal.model.*\nrule \"us-five\" when $c : PlatformBasket(market==\"US\") then\n"
                    + "$c.amountOff(\"USD 5\");\nend\n";

    private static final String NEAT =
            """
            package promotions
            import dev.plaindeal.model.*

            rule "us-five"
            when
                $c : PlatformBasket( market == "US" )
            then
                $c.amountOff("USD 5");
            end
            """;

    @TempDir
    private Path folder;

    private Path messy;

    private record Ran(int code, String out, String err) {}

    private Ran run(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Terminal terminal = new Terminal(
                new ByteArrayInputStream("".getBytes(UTF_8)), new PrintWriter(out, true), new PrintWriter(err, true), Instant.EPOCH);
        return new Ran(Plaindeal.run(args, terminal), out.toString(), err.toString());
    }

    @BeforeEach
    void write() throws IOException {
        messy = folder.resolve("promotions/us-five.drl");
        Files.createDirectories(messy.getParent());
        Files.writeString(messy, MESSY);
        Files.writeString(folder.resolve("promotions/us-neat.drl"), NEAT.replace("us-five", "us-neat"));
    }

    @Test
    void listsWhatWouldChangeAndLeavesIt() throws IOException {
        Ran ran = run("fmt", "--rules", folder.toString(), "--check");
        assertThat(ran).isEqualTo(new Ran(1, messy + "\n1 of 2 files would change\n", ""));
        assertThat(messy).hasContent(MESSY);
    }

    @Test
    void writesWhatDiffersOnce() throws IOException {
        assertThat(run("fmt", "--rules", folder.toString())).isEqualTo(new Ran(0, messy + "\n1 of 2 files changed\n", ""));
        assertThat(Files.readString(messy)).isEqualTo(NEAT);
        assertThat(run("fmt", folder.toString())).isEqualTo(new Ran(0, "0 of 2 files changed\n", ""));
        assertThat(run("fmt", messy.toString(), "--check")).isEqualTo(new Ran(0, "nothing to change in 1 file\n", ""));
    }

    @Test
    void tellsBrokenFilesAndGoesOn() throws IOException {
        Path broken = folder.resolve("promotions/broken.drl");
        Files.writeString(broken, "package promotions\nrule us");
        Ran ran = run("fmt", "--rules", folder.toString());
        assertThat(ran.code()).isOne();
        assertThat(ran.out()).contains("1 of 3 files changed");
        assertThat(ran.err()).contains("broken.drl:2:1: error: expected import");
        assertThat(Files.readString(broken)).isEqualTo("package promotions\nrule us");
    }

    @Test
    void aFileThatIsNotThereIsAProblem() {
        assertThat(run("fmt", folder.resolve("gone.drl").toString()).err()).contains("gone.drl: error:");
        assertThat(run("fmt", "--rules", folder.resolve("gone").toString()).code()).isOne();
        assertThat(run("fmt", messy.toString(), "--rules", folder.toString()).code()).isEqualTo(2);
    }

    /** Nothing outside the folder is written to, whatever links say. */
    @Test
    void writesThroughNoLinkThatLeavesTheFolder(@TempDir Path outside) throws IOException {
        Path theirs = Files.writeString(outside.resolve("us-out.drl"), MESSY.replace("us-five", "us-out"));
        Path link = Files.createSymbolicLink(folder.resolve("promotions/us-out.drl"), theirs);
        Files.createSymbolicLink(folder.resolve("promotions/far"), outside);
        for (String[] named : new String[][] {{"--rules", folder.toString()}, {folder + "/promotions"}, {link.toString()}}) {
            Ran ran = run(Stream.concat(Stream.of("fmt"), Stream.of(named)).toArray(String[]::new));
            assertThat(ran.code()).isOne();
            assertThat(ran.err()).contains("us-out.drl: error: the link leads out of the rules folder [symbolic-link]");
            assertThat(theirs).hasContent(MESSY.replace("us-five", "us-out"));
            assertThat(link).isSymbolicLink();
        }
        assertThat(run("fmt", folder.toString()).err()).contains("promotions/far: error: the link leads out");
        assertThat(run("fmt", theirs.toString()).code()).as("what is named itself").isZero();
        assertThat(theirs).hasContent(NEAT.replace("us-five", "us-out"));
    }

    /** A link inside the folder stays a link; what it leads to is laid out once. */
    @Test
    void followsLinksInsideTheFolder() throws IOException {
        Files.createDirectories(folder.resolve("..data/promotions"));
        Path file = folder.resolve("..data/promotions/us-five.drl");
        Files.move(messy, file);
        Files.createSymbolicLink(messy, Path.of("../..data/promotions/us-five.drl"));
        Files.createSymbolicLink(folder.resolve("stacking"), Path.of("..data/promotions"));
        assertThat(run("fmt", messy.toString(), "--check").out()).isEqualTo(messy + "\n1 of 1 file would change\n");
        assertThat(run("fmt", "--rules", folder.toString())).isEqualTo(new Ran(0, messy + "\n1 of 2 files changed\n", ""));
        assertThat(file).hasContent(NEAT);
        assertThat(messy).isSymbolicLink();
        Path link = Files.createSymbolicLink(folder.resolveSibling(folder.getFileName() + "-link"), folder);
        assertThat(run("fmt", "--rules", link.toString()).out()).isEqualTo("0 of 2 files changed\n");
        Files.delete(link);
    }

    @Test
    void keepsWhoMayReadAFile() throws IOException {
        Files.setPosixFilePermissions(messy, PosixFilePermissions.fromString("rw-rw-r-x"));
        run("fmt", messy.toString());
        assertThat(messy).hasContent(NEAT);
        assertThat(Files.getPosixFilePermissions(messy)).isEqualTo(PosixFilePermissions.fromString("rw-rw-r-x"));
    }

    @Test
    void opensNoPipeAndNothingHuge() throws Exception {
        Path pipe = folder.resolve("promotions/pipe.drl");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
        assertThat(run("fmt", pipe.toString()).err()).contains("pipe.drl: error: this is no file");
        assertThat(run("fmt", folder.toString()).err()).contains("pipe.drl: error: this is no file");
        Path huge = folder.resolve("promotions/huge.drl");
        try (RandomAccessFile file = new RandomAccessFile(huge.toFile(), "rw")) {
            file.setLength(1L << 40);
        }
        assertThat(run("fmt", huge.toString()).err()).contains("the file has 1099511627776 bytes");
        Files.delete(huge);
    }

    @Test
    void ourOwnRulesAreLaidOut() {
        assertThat(run("fmt", "--rules", "rules", "--check")).extracting(Ran::code).isEqualTo(0);
    }
}
