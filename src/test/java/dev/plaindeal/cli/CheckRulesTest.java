package dev.plaindeal.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What {@code check} prints: the folder {@code fixtures/_check/x/rules} gives {@code fixtures/_check/x.problems.txt},
 * letter for letter. Run with {@code -Dupdate=true} to write the texts anew, then read the difference.
 */
class CheckRulesTest {

    private static final Path FIXTURES = Path.of("fixtures", "_check");
    private static final String EXPECTED = ".problems.txt";

    private record Ran(int code, String out, String err) {}

    private static Ran run(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Terminal terminal = new Terminal(
                new ByteArrayInputStream("".getBytes(UTF_8)), new PrintWriter(out), new PrintWriter(err), Instant.EPOCH);
        return new Ran(Plaindeal.run(args, terminal), out.toString(), err.toString());
    }

    private static String rules(String name) {
        return FIXTURES.resolve(name).resolve("rules").toString();
    }

    static List<String> cases() throws IOException {
        try (Stream<Path> files = Files.list(FIXTURES)) {
            return files.filter(Files::isDirectory).map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void saysWhatItFinds(String name) throws IOException {
        Ran ran = run("check", "--rules", rules(name), "--at", "2026-12-01T00:00Z");
        Path expected = FIXTURES.resolve(name + EXPECTED);
        String out = withoutScores(ran.out());
        if (Boolean.getBoolean("update")) {
            Files.writeString(expected, out);
        }
        assertThat(out).isEqualTo(Files.readString(expected));
        assertThat(ran.err()).isEmpty();
        assertThat(ran.code()).isEqualTo(ran.out().contains(": error: ") ? 1 : 0);
    }

    /** Marketing may weigh a buyer's steps anew at any time; what check says of tiers and codes does not hang on it. */
    private static String withoutScores(String out) {
        return out.replaceAll("simplicity \\d+ to \\d+", "simplicity # to #")
                .replaceAll("lowest: [a-z0-9-]+", "lowest: #")
                .replaceAll("scores [\\d.]+ in", "scores # in")
                .replaceAll("\\(\\+\\d+ points, to \\d+\\)", "(+# points, to #)");
    }

    @Test
    void everyFindingHasACase() throws IOException {
        Set<String> told = new TreeSet<>();
        for (String name : cases()) {
            String text = Files.readString(FIXTURES.resolve(name + EXPECTED));
            Stream.of(text.split("\\[")).skip(1).map(part -> part.split("]")[0]).forEach(told::add);
        }
        assertThat(told).contains(
                "tier-order", "tier-inverted", "tier-idle", "cap-below-tiers", "cap-always", "cap-never", "every-without-end",
                "gives-all", "missing-currency", "mixed-currencies", "price-band", "scope-empty", "name-in-both",
                "set-never-complete", "never-matches", "ended", "same-code", "never-combines", "never-kept", "unknown-name",
                "not-with-itself", "lonely-group", "keeps-nothing", "no-key", "below-floor", "file-name", "name-twice",
                "no-sense", "message-missing", "message-unknown-promotion", "slow-join", "untold-alike", "shared-budget-differs");
    }

    /** A column that points beside the word is worse than none. */
    @Test
    void everyCaretStandsUnderSomething() throws IOException {
        for (String name : cases()) {
            List<String> lines = Files.readAllLines(FIXTURES.resolve(name + EXPECTED));
            for (int i = 1; i < lines.size(); i++) {
                if (lines.get(i).strip().equals("^")) {
                    int column = lines.get(i).indexOf('^');
                    assertThat(lines.get(i - 1).length()).as(name + " line " + i).isGreaterThan(column);
                    assertThat(lines.get(i - 1).charAt(column)).as(name + " line " + i).isNotIn(' ', '.', ',', '(', ')');
                }
            }
        }
    }

    @Test
    void noTextShowsTheMachinery() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("fixtures"))) {
            List<Path> texts = files.filter(f -> f.toString().endsWith(EXPECTED)).toList();
            assertThat(texts).hasSizeGreaterThan(cases().size());
            for (Path text : texts) {
                // What stands in the file is quoted back, and rule files do name the one package they import.
                String shown = withoutQuotes(Files.readAllLines(text)).replace("dev.plaindeal.model.*", "");
                assertThat(shown).as(text.toString()).doesNotContainPattern(
                        "(?:\\bat )?\\b(?:dev\\.plaindeal|org\\.drools|org\\.kie|com\\.fasterxml)\\.|\\w+Exception\\b|\\bERR \\d+|\\.java:\\d+"
                                + "|\\bRule_\\w+|Optional\\[|\\bnull\\b.*\\bbecause\\b");
            }
        }
    }

    private static String withoutQuotes(List<String> lines) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            boolean quoted = i + 1 < lines.size() && lines.get(i + 1).strip().equals("^");
            text.append(quoted ? "" : lines.get(i)).append('\n');
        }
        return text.toString();
    }

    @Test
    void ourOwnRulesHaveNoErrors() {
        Ran ran = run("check");
        assertThat(ran.code()).as(ran.out()).isZero();
        assertThat(ran.out()).containsPattern("\\d+ promotions OK, simplicity \\d+ to \\d+, lowest: [a-z0-9-]+");
    }

    /** Loading asks for steps in one channel only. */
    @Test
    void findsSlipsInStepsOfAnyChannel(@TempDir Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("rules"))) {
            for (Path file : files.sorted().toList()) {
                Files.copy(file, folder.resolve(Path.of("rules").relativize(file)), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Files.writeString(folder.resolve("simplicity/slow.drl"), """
                package simplicity
                import dev.plaindeal.model.*

                rule "slow-in-live"
                when
                    $step : Step( kind == "CLAIM", channel == "live" )
                then
                    $step.takesInstead("soon");
                end
                """);
        Ran ran = run("check", "--rules", folder.toString());
        assertThat(ran.code()).isOne();
        assertThat(ran.out()).contains("simplicity/slow.drl:8:11: error: takesInstead: ").containsOnlyOnce("[no-sense]");
    }

    @Test
    void strictFailsOnScoresAndNotOnEveryWarning() {
        assertThat(run("check", "--rules", rules("every-without-end")).code()).isZero();
        assertThat(run("check", "--rules", rules("every-without-end"), "--strict").code()).isZero();
        assertThat(run("check", "--rules", rules("every-without-end"), "--fail-on-warnings").code()).isOne();
        assertThat(run("check", "--rules", rules("fine"), "--fail-on-warnings").code()).isZero();
        assertThat(run("check", "--rules", rules("below-floor")).code()).isZero();
        assertThat(run("check", "--rules", rules("below-floor"), "--strict").code()).isOne();
    }

    @Test
    void saysNothingOfDatesUnasked() {
        assertThat(run("check", "--rules", rules("ended")).out()).doesNotContain("[ended]");
        assertThat(run("check", "--rules", rules("ended"), "--at", "2026-08-31T23:59-04:00").out()).doesNotContain("[ended]");
        assertThat(run("check", "--rules", rules("ended"), "--at", "2026-09-01T00:00-04:00").out()).contains("[ended]");
    }

    @Test
    void annotatesForContinuousIntegration() {
        Ran ran = run("check", "--rules", rules("missing-currency-of-several"), "--format", "github");
        assertThat(ran.code()).isOne();
        assertThat(ran.out().lines().toList()).first().asString()
                .startsWith("::error file=fixtures/_check/missing-currency-of-several/rules/promotions/euro-five.drl,line=9,col=36,"
                        + "title=missing-currency::whenSpending names no amount in JPY")
                .contains("%0A");
        assertThat(run("check", "--rules", rules("gives-all"), "--format", "github").out()).contains("100 %25 off");
    }

    @Test
    void writesJson() {
        Ran ran = run("check", "--rules", rules("every-without-end"), "--format", "json");
        assertThat(ran.code()).isZero();
        assertThat(ran.out()).contains(
                "\"promotions\" : 2", "\"errors\" : 0", "\"warnings\" : 1", "\"code\" : \"every-without-end\"", "\"line\" : 9",
                "\"column\" : 9", "\"lowestPromotion\"");
    }

    @Test
    void aFolderThatIsNoneIsOneProblem() {
        Ran ran = run("check", "--rules", "nowhere");
        assertThat(ran.code()).isOne();
        assertThat(ran.out()).contains("[no-folder]", "1 error");
    }

    /** An editor saved the only rule as text: nothing would be taken off, and nobody would know. */
    @ParameterizedTest
    @ValueSource(strings = {"spring.drl.txt", "us/SPRING.DRL", "spring.Drl", "spring.drl~", "spring", "../Promotions/spring.DRL"})
    void aFolderWithoutAPromotionIsAnError(String name, @TempDir Path folder) throws IOException {
        Path file = folder.resolve("promotions").resolve(name).normalize();
        Files.createDirectories(folder.resolve("promotions"));
        Files.createDirectories(file.getParent());
        Files.writeString(file, Desk.SAVE10);
        for (String format : List.of("text", "json", "github")) {
            Ran ran = run("check", "--rules", folder.toString(), "--format", format);
            assertThat(ran.code()).isOne();
            assertThat(ran.out()).contains(file.toString(), "not-read", "no-promotion").doesNotContain("promotions OK");
        }
    }

    @Test
    void whatIsNotReadIsAWarning(@TempDir Path folder) throws IOException {
        for (String name : List.of("us-save10.drl", "SPRING.DRL")) {
            Files.createDirectories(folder.resolve("promotions/us"));
            Files.writeString(folder.resolve("promotions/us").resolve(name), Desk.SAVE10);
        }
        Ran ran = run("check", "--rules", folder.toString());
        assertThat(ran.code()).isZero();
        assertThat(ran.out()).contains("/promotions/us/SPRING.DRL: warning: this file is not read [not-read]\n"
                + "    Maybe promotions/us/SPRING.drl? ");
        assertThat(run("check", "--rules", folder.toString(), "--fail-on-warnings").code()).isOne();
        assertThat(run("check", "--rules", folder.toString(), "--format", "github").out()).contains("::warning file=" + folder
                + "/promotions/us/SPRING.DRL,title=not-read::this file is not read");
    }

    @Test
    void aMomentThatIsNoneIsWrongUsage() {
        assertThat(run("check", "--at", "tomorrow").code()).isEqualTo(2);
    }

    @Test
    void textsBelongToCases() throws IOException {
        try (Stream<Path> files = Files.list(FIXTURES)) {
            List<String> texts = files.map(f -> f.getFileName().toString())
                    .filter(name -> name.endsWith(EXPECTED))
                    .map(name -> name.substring(0, name.length() - EXPECTED.length()))
                    .sorted()
                    .toList();
            assertThat(texts).isEqualTo(cases());
        }
    }
}
