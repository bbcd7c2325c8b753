package dev.plaindeal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plaindeal.cli.Desk.Run;
import dev.plaindeal.text.Hidden;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.InputSource;

/** Names, rules, messages and arguments with characters that act on what prints them, through every command and format. */
class PlainOutputTest {

    /** Colours, clears, turns round, breaks the line and begins a command; and things that look like nothing. */
    private static final String EVIL = "a\u001b[31m\u202e\u200b\u0085\u2028\r\n::error file=x::y\u3164";

    @TempDir
    Path folder;

    private Desk desk;

    @BeforeEach
    void desk() {
        desk = new Desk(folder);
    }

    static List<List<String>> commands() {
        List<List<String>> all = new ArrayList<>();
        for (String format : List.of("text", "json", "github")) {
            all.add(List.of("check", "--rules", "./rules", "--format", format));
            all.add(List.of("check", "--rules", "./" + EVIL, "--format", format));
            all.add(List.of("check", "--rules", "./" + EVIL + "/rules", "--format", format));
        }
        for (String format : List.of("text", "json", "junit")) {
            all.add(List.of("test", "./fixtures", "--rules", "./good", "--format", format));
            all.add(List.of("test", "./fixtures", "--rules", "./rules", "--format", format));
            all.add(List.of("test", "./" + EVIL, "--rules", "./good", "--format", format));
            all.add(List.of("test", "./fixtures", "--rules", "./good", "--run", EVIL));
        }
        for (String format : List.of("text", "json")) {
            all.add(List.of("evaluate", "./fixtures/" + EVIL + ".basket.json", "--rules", "./good", "--format", format));
            all.add(List.of("evaluate", "./" + EVIL, "--rules", "./good", "--format", format));
            all.add(List.of("evaluate", "./fixtures/shop/big.basket.json", "--rules", "./rules", "--format", format));
            all.add(List.of("score", "--rules", "./rules", "--format", format));
            all.add(List.of("score", "--rules", "./good", "--market", EVIL, "--format", format));
            all.add(List.of("score", "--terms", "./terms.json", "--rules", "./good", "--format", format));
            all.add(List.of("return", "./receipt.json", "--lines", "1:1", "--format", format));
            all.add(List.of("return", "./" + EVIL, "--lines", EVIL + ":1", "--format", format));
            all.add(List.of("compare", "--before", "./good", "--after", "./good", "--format", format, "./fixtures"));
            all.add(List.of("compare", "--before", "./good", "--after", "./rules", "--format", format, "./" + EVIL));
            all.add(List.of("compare", "--before-rev", EVIL, "--after", "./good", "--format", format, "./fixtures/shop"));
        }
        all.add(List.of("fmt", "--rules", "./rules"));
        all.add(List.of("fmt", "--check", "./good"));
        all.add(List.of("fmt", "./" + EVIL));
        all.add(List.of("new", "--rules", "./" + EVIL, "--layer", EVIL));
        all.add(List.of("new", "--rules", "./" + EVIL, "--layer", "platform-threshold", "--kind", "amount-off", "--market", "US",
                "--id", "x", "--amount", "USD 5", "--threshold", "USD 50"));
        all.add(List.of(EVIL));
        all.add(List.of("check", "--" + EVIL));
        all.add(List.of("check", "--format", EVIL));
        all.add(List.of("check", "--at", EVIL));
        return all;
    }

    private void evilDesk() {
        desk.write("good/promotions/us-save10.drl", Desk.SAVE10);
        desk.write("good/promotions/_aside/" + EVIL + ".drl", Desk.TIERS.replace("    $store", " $store"));
        desk.write("rules/promotions/" + EVIL + "/x.drl", Desk.TIERS);
        desk.write("rules/promotions/turned.drl", Desk.SAVE10.replace("// 10", "// \u202e\u200b 10"));
        desk.write("rules/promotions/command.drl", Desk.SAVE10.replace("rule", "::error::pwned ##[group]x\nrule"));
        desk.write(EVIL + "/rules/promotions/us-save10.drl", Desk.SAVE10.replace("percentOff", "percentOf"));
        desk.write("rules/messages/en.properties", "headline.none=" + EVIL + "\n::error::x\u202e=\\u001b[2J\n");
        desk.write("rules/messages/" + EVIL + ".properties", "a=b");
        desk.write("fixtures/" + EVIL + ".basket.json", Desk.json("b", "120.00", "\\u001b[2J"));
        desk.write("fixtures/evil.basket.json", Desk.json("b", "120.00", "").replace("\"cup\"", "\"c\u202eup\""));
        desk.write("fixtures/" + EVIL + "x.receipt.json", "{}");
        desk.write("fixtures/differs.basket.json", Desk.json("b", "120.00", "SAVE10"));
        desk.write("fixtures/differs.receipt.json", "{\"basket\": \"\\u001b[2J\\n::error::x\\u202e\", \"\\u202ex\": \"\\u200b\"}");
        desk.write("terms.json", "{\"context\": {\"market\": \"\\u001b\", \"\\u202e\": 1}, \"layers\": [{\"name\": \"\\u202e\"}]}");
        desk.write("receipt.json", "{\"basket\": \"\\u001b[2J\", \"market\": \"\\u202e\", \"lines\": [{\"line\": \"1\\n::error::x\"}]}");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void nothingActsOnWhatPrintsIt(List<String> command) throws Exception {
        evilDesk();
        Run run = desk.run(command.toArray(String[]::new));
        for (String text : List.of(run.out(), run.err())) {
            assertThat(text.lines()).allSatisfy(line -> {
                assertThat(Hidden.firstIn(line.replace("\t", ""))).as(line).isEqualTo(-1);
                boolean ours = command.contains("github") && line.matches("::(error|warning) file=[^:,]*(,line=[0-9]+)?(,col=[0-9]+)?,title=[a-z0-9-]+::.*");
                assertThat(ours || !line.strip().startsWith("::")).as(line).isTrue();
                assertThat(line).doesNotContain("##[", "\tat ");
            });
        }
        assertThat(run.out() + run.err()).isNotBlank();
        if (command.contains("json") && run.out().startsWith("{")) {
            new ObjectMapper().readTree(run.out());
        }
        if (command.contains("junit") && run.out().startsWith("<")) {
            DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(run.out())));
        }
    }

    /** The names themselves, so that a broken line shows where it would begin. */
    @Test
    void aNameIsPrintedOnOneLine() {
        evilDesk();
        String shown = "a\\u001b[31m\\u202e\\u200b\\u0085\\u2028\\u000d\\u000a::error file=x::y\\u3164";
        assertThat(desk.run("check", "--rules", "./rules").out()).contains(
                "rules/promotions/" + shown + "/x.drl: error: the name \"" + shown + "\" is not one",
                "rules/promotions/turned.drl:1:4: error", "    // \\u202e\\u200b 10 % off", "       ^\n",
                "    \\u003a:error::pwned \\u0023#[group]x\n", "rules/messages/" + shown + ".properties: error");
        assertThat(desk.run("check", "--rules", "./rules", "--format", "github").out())
                .contains("::error file=rules/promotions/a\\u001b[31m", "\\u000a%3A%3Aerror file=x%3A%3Ay");
        assertThat(desk.run("test", "./fixtures", "--rules", "./good").out())
                .contains("NO RECEIPT " + shown + ": there is no fixtures/" + shown + ".receipt.json yet\n")
                .contains("NO BASKET fixtures/" + shown + "x.receipt.json")
                .contains("\\u001b[2J\\u000a::error::x\\u202e -> b");
        assertThat(desk.run("fmt", "./good").out()).startsWith("good/promotions/_aside/" + shown + ".drl\n");
        assertThat(desk.run("check", "--" + EVIL).err()).startsWith("Unknown option: '--" + shown + "'\n");
    }

    @Test
    void theReceiptShowsTheCodeThatWasTyped() {
        desk.write("odd.json", Desk.json("odd", "120.00", "x\\u001b[2J\\n::error::x"));
        Run run = desk.run("evaluate", "./odd.json", "--rules", "./rules");
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("  - code x\\u001b[2J\\u000a::error::x: No promotion has this code.\n");
    }

    @Test
    void whatACommandForgetsIsShownAllTheSame() {
        StringWriter out = new StringWriter();
        Terminal terminal = new Terminal(
                new ByteArrayInputStream(new byte[0]), new PrintWriter(out), new PrintWriter(out), Instant.EPOCH);
        terminal.out().print("  ::error");
        terminal.out().println("::x\u001b\u202e\t\u0645\u200f");
        terminal.out().printf("%s%n", "a\u200fb\ud800");
        terminal.out().print("name: ");
        terminal.out().flush();
        terminal.out().own("::error::ours\r\n");
        assertThat(out.toString())
                .isEqualTo("  \\u003a:error::x\\u001b\\u202e\t\u0645\u200f\na\\u200fb\\ud800\nname: ::error::ours\r\n");
    }
}
