package dev.plaindeal.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Baskets that come one after another. */
class EvaluateTest {

    @TempDir
    Path folder;

    private Desk desk;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void rules() {
        desk = new Desk(folder);
    }

    /** The first page a newcomer reads: each line of its receipt is one that the command prints, in the same order. */
    @Test
    void theReadmeShowsTheReceiptThatIsPrinted() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        String block = readme.substring(readme.indexOf("```\nSave ") + 4);
        List<String> shown = block.substring(0, block.indexOf("```")).lines().filter(line -> !line.equals("...")).toList();
        String[] args = {"evaluate", "--rules", "rules", "fixtures/article/us-live-three-layers.basket.json"};
        Terminal terminal = new Terminal(
                InputStream.nullInputStream(), new PrintWriter(out), new PrintWriter(err, true), Instant.EPOCH);
        assertThat(Plaindeal.run(args, terminal)).as(err.toString()).isZero();
        assertThat(out.toString().lines().toList()).containsSubsequence(shown);
        assertThat(shown).hasSizeGreaterThan(10);
    }

    private static String line(String name) {
        return Desk.json(name, "120.00", "SAVE10").replaceAll("\\s*\n\\s*", " ").strip() + "\n";
    }

    private int evaluate(InputStream in, Writer to, String... more) {
        String[] args = new String[more.length + 3];
        System.arraycopy(new String[] {"evaluate", "--rules", desk.at("rules").toString()}, 0, args, 0, 3);
        System.arraycopy(more, 0, args, 3, more.length);
        return Plaindeal.run(args, new Terminal(in, new PrintWriter(to), new PrintWriter(err, true), Instant.EPOCH));
    }

    private int evaluate(String in, String... more) {
        return evaluate(new ByteArrayInputStream(in.getBytes(UTF_8)), out, more);
    }

    /** The text of the first part, and then, only when asked for more, that of the others; then why not. */
    private abstract static class Slow extends InputStream {
        private byte[] now = {};
        private int at;

        abstract byte[] more() throws IOException;

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int from, int count) throws IOException {
            if (at == now.length) {
                now = more();
                at = 0;
            }
            int given = Math.min(count, now.length - at);
            System.arraycopy(now, at, bytes, from, given);
            at += given;
            return given == 0 ? -1 : given;
        }
    }

    /** A program that waited for its first receipt waited for ever. */
    @ParameterizedTest
    @ValueSource(strings = {"json", "text"})
    void theFirstIsAnsweredBeforeTheSecondIsSent(String format) {
        for (String first : new String[] {line("first"), Desk.json("first", "120.00", "SAVE10"), "hello\n" + line("first")}) {
            StringWriter heard = new StringWriter();
            int code = evaluate(
                    new Slow() {
                        private int asked;

                        @Override
                        byte[] more() {
                            asked++;
                            if (asked == 2) {
                                assertThat(heard.toString()).as(first).contains("first");
                            }
                            return asked == 1 ? first.getBytes(UTF_8) : asked == 2 ? line("second").getBytes(UTF_8) : new byte[0];
                        }
                    },
                    heard,
                    "-",
                    "--format",
                    format);
            assertThat(heard.toString()).contains("second");
            assertThat(code).isEqualTo(first.startsWith("hello") ? 1 : 0);
        }
    }

    @Test
    void aBasketOnItsOwnInAFileIsIndentedAndStandardInputIsLines() {
        desk.write("one.json", line("a"));
        desk.write("two.json", line("a") + line("b"));
        assertThat(desk.run("evaluate", "./one.json", "--rules", "./rules", "--format", "json").out().lines().count()).isGreaterThan(9);
        assertThat(desk.run("evaluate", "./two.json", "--rules", "./rules", "--format", "json").out().lines()).hasSize(2);
        assertThat(evaluate(Desk.json("a", "120.00", "SAVE10"), "-", "--format", "json")).isZero();
        assertThat(out.toString().lines()).hasSize(1);
    }

    @Test
    void aBrokenBasketIsToldWithItsPlaceAndStopsNoOther() {
        assertThat(evaluate(line("a") + "{\"basket\": 7}\n" + line("a") + "hello\n" + line("b"), "-", "--format", "json")).isOne();
        assertThat(err.toString()).contains("<stdin>:2:12: error: ").contains("<stdin>:4:1: error: ");
        assertThat(out.toString().lines().map(text -> text.replace("\"format\":1,", "").substring(0, 12))).containsExactly(
                "{\"basket\":\"a", "{\"problems\":", "{\"basket\":\"a", "{\"problems\":", "{\"basket\":\"b");
    }

    @Test
    void noEmptyLineStandsForWhatIsRefused() {
        evaluate("hello\nhello\n" + line("a") + line("b"), "-");
        assertThat(out.toString()).startsWith("Save $").contains("\n\nSave $").doesNotContain("\n\n\n");
    }

    @Test
    void inputThatFailsOnTheWayIsToldAndStopsNoOther() {
        desk.write("b.json", line("b"));
        InputStream failing = new Slow() {
            private int asked;

            @Override
            byte[] more() throws IOException {
                if (asked++ == 0) {
                    return line("a").getBytes(UTF_8);
                }
                throw new IOException("Is a directory");
            }
        };
        assertThat(evaluate(failing, out, "-", desk.at("nowhere.json").toString(), desk.at("b.json").toString(), "--format", "json"))
                .isOne();
        assertThat(out.toString()).contains("\"basket\":\"a\"", "\"basket\":\"b\"");
        assertThat(err.toString())
                .contains("<stdin>: error: Standard input cannot be read: Is a directory [unreadable-file]\n")
                .contains("nowhere.json: error: There is no such file [no-such-file]");
    }

    @ParameterizedTest
    @Timeout(120)
    @ValueSource(strings = {"\0", "a", "[", "[\n", "{\"a\":\"b\\", " ["})
    void inputWithoutEndEnds(String repeated) {
        byte[] piece = repeated.repeat(1 << 16).getBytes(UTF_8);
        assertThat(evaluate(
                        new Slow() {
                            @Override
                            byte[] more() {
                                return piece;
                            }
                        },
                        out,
                        "-"))
                .isOne();
        assertThat(err.toString())
                .startsWith("<stdin>:1: error: A basket has at most 4000000 bytes, this one has more [input-too-large]\n")
                .contains("<stdin>:1: error: This has no end in sight; nothing behind it is read [endless-input]");
        assertThat(out.toString()).isEmpty();
    }

    /** As head does. */
    @Test
    void whenNobodyTakesAnswersNoMoreIsRead() {
        Writer gone = new Writer() {
            @Override
            public void write(char[] text, int from, int count) throws IOException {
                throw new IOException("Broken pipe");
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        int[] read = {0};
        evaluate(
                new Slow() {
                    @Override
                    byte[] more() {
                        assertThat(read[0]++).isLessThan(5);
                        return line("a").getBytes(UTF_8);
                    }
                },
                gone,
                "-");
        assertThat(read[0]).isOne();
    }

    /** The file's lines were taken for arguments. */
    @Test
    void aNameThatBeginsWithAnAtIsAName() {
        desk.write("arguments", "--help");
        desk.write("@basket", line("a"));
        assertThat(evaluate("", "@" + desk.at("arguments"))).isOne();
        assertThat(err.toString()).contains("/arguments: error: There is no such file [no-such-file]");
        assertThat(out.toString()).isEmpty();
    }

    /** The promotion ends before the moment asked about; the basket's own moment is neither used nor missed. */
    @Test
    void basketsArePricedForTheMomentAskedAbout() {
        desk.write("rules/promotions/us/us-save10.drl", Desk.SAVE10.replace("percentOff(10)", "percentOff(10).until(\"2026-12-15\", \"UTC\")"));
        assertThat(evaluate(line("a"), "-", "--format", "json", "--at", "2026-12-14T23:59Z")).isZero();
        assertThat(evaluate(line("a"), "-", "--format", "json", "--at", "2026-12-15T08:00+08:00")).isZero();
        List<String> receipts = out.toString().lines().toList();
        assertThat(receipts.get(0)).contains("\"at\":\"2026-12-14T23:59:00Z\"").contains("\"discount\":\"22.80\"");
        assertThat(receipts.get(1)).contains("\"at\":\"2026-12-15T00:00:00Z\"").contains("\"discount\":\"12.00\"");
        assertThat(err.toString()).doesNotContain("no moment");
    }

    @Test
    void aMomentThatIsNoneIsWrongUsage() {
        assertThat(evaluate(line("a"), "-", "--at", "tomorrow")).isEqualTo(2);
        assertThat(err.toString()).contains("a moment is written like 2026-12-01T00:00Z");
    }
}
