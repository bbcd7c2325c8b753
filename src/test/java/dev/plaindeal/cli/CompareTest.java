package dev.plaindeal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plaindeal.cli.Desk.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompareTest {

    private static final String GOLDEN =
            """
            shop/big: to pay USD 97.20 -> 95.04 (-2.16), simplicity A -> B
                us-save10: 10.80 -> 12.96 (+2.16)
            shop/small: to pay USD 49.50 -> 48.40 (-1.10), simplicity A -> B
                us-save10: 5.50 -> 6.60 (+1.10)

            All baskets, USD                                before         after        change
              us-save10 takes off                            16.30         19.56         +3.26
              the platform pays                              16.30         19.56         +3.26
              the stores pay                                 17.00         17.00
              the buyers pay                                146.70        143.44         -3.26

            Buyers pay more: none
            Harder to understand: 2
              shop/big A -> B, do not show as it is; harder C
              shop/small A -> B, do not show as it is; harder C
            2 baskets: 2 changed, 0 dearer, 2 cheaper, 2 harder to understand
            """;

    /** Scores are written as A and B: they are the score's own tests' business. */
    @TempDir
    Path folder;

    private Desk desk;

    @BeforeEach
    void desk() {
        desk = new Desk(folder);
    }

    private Run compare(String... more) {
        List<String> args = new ArrayList<>(List.of("compare", "--after", "./rules"));
        args.addAll(Arrays.asList(more));
        args.add("./fixtures");
        Run run = desk.run(args.toArray(String[]::new));
        return new Run(run.code(), run.out().replaceAll("\\d+\\.\\d -> \\d+\\.\\d\\b", "A -> B").replaceAll("harder in .*", "harder C"), run.err());
    }

    private void oldRules() {
        desk.write("old/promotions/us/us-save10.drl", Desk.SAVE10);
        desk.write("old/promotions/pearl/pearl-tiers.drl", Desk.TIERS);
    }

    private void dearer() {
        desk.replace("rules/promotions/us/us-save10.drl", "percentOff(10)", "percentOff(12)");
    }

    @Test
    void nothingChanged() {
        oldRules();
        desk.replace("rules/promotions/us/us-save10.drl", "// 10 %", "// Ten percent: 10 %");
        assertThat(compare("--before", "./old")).isEqualTo(new Run(0, "2 baskets: nothing changed\n", ""));
    }

    @Test
    void eachBasketThenSumsThenWhoPaysMore() {
        oldRules();
        dearer();
        assertThat(compare("--before", "./old")).isEqualTo(new Run(1, GOLDEN, ""));
    }

    @Test
    void whatIsDearerAndHarderIsListed() {
        oldRules();
        desk.replace("rules/promotions/us/us-save10.drl", "percentOff(10)", "percentOff(\"9.35\")");
        desk.replace("rules/promotions/pearl/pearl-tiers.drl", ".tier(\"USD 100\", \"USD 12\")", "");
        Run run = compare("--before", "./old");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).contains("Buyers pay more: 2\n  shop/big +", "Harder to understand: ")
                .endsWith("2 baskets: 2 changed, 2 dearer, 0 cheaper, " + harder(run) + " harder to understand\n");
    }

    private static long harder(Run run) {
        String list = run.out().substring(run.out().indexOf("Harder to understand"));
        return list.lines().filter(line -> line.startsWith("  shop/")).count();
    }

    @Test
    void aPromotionThatGoesAndOneThatComes() throws IOException {
        oldRules();
        Files.delete(desk.at("rules/promotions/pearl/pearl-tiers.drl"));
        assertThat(compare("--before", "./old").out()).contains(
                "    pearl-tiers: 12.00 -> -\n    us-save10: 10.80 -> 12.00 (+1.20)\n",
                "  pearl-tiers takes off                          17.00          0.00        -17.00\n");
    }

    @Test
    void aPromotionThatIsRefusedNowSaysWhy() {
        oldRules();
        desk.replace("rules/promotions/us/us-save10.drl", "USD 50", "USD 110");
        assertThat(compare("--before", "./old").out()).contains(
                "    us-save10: 5.50 -> -; now refused, threshold-not-met: It needs USD 110.00, ");
    }

    @Test
    void jsonHasEveryBasket() throws IOException {
        oldRules();
        desk.replace("rules/promotions/us/us-save10.drl", "USD 50", "USD 90");
        JsonNode all = new ObjectMapper().readTree(compare("--before", "./old", "--format", "json").out());
        assertThat(all.get("compared").asInt()).isEqualTo(2);
        assertThat(all.get("changed").asInt()).isEqualTo(1);
        assertThat(all.at("/baskets/0/changed").asBoolean()).isFalse();
        assertThat(all.at("/baskets/1/basket").asText()).isEqualTo("shop/small");
        assertThat(all.at("/baskets/1/before/total").asText()).isEqualTo("49.50");
        assertThat(all.at("/totals/0/buyers/after").asText()).isEqualTo("152.20");
    }

    @Test
    void fixturesWithRulesOfTheirOwnAreLeftOut() {
        oldRules();
        desk.write("fixtures/own/rules/promotions/us/us-save10.drl", Desk.SAVE10);
        desk.basket("own/one", "99.00", "SAVE10");
        assertThat(compare("--before", "./old").out()).isEqualTo("2 baskets: nothing changed\n");
    }

    @Test
    void oneOfTheTwoIsSaid() {
        assertThat(compare().code()).isEqualTo(2);
        assertThat(compare("--before", "./rules", "--before-rev", "HEAD").err())
                .startsWith("Say what to compare with: either --before DIR or --before-rev REV.\n");
    }

    @Test
    void aRevisionOfTheSameFolder() throws Exception {
        git("init", "-q", "-b", "main");
        commit();
        dearer();
        desk.write("untracked.txt", "mine");
        git("add", "untracked.txt");
        String status = git("status", "--porcelain");
        Set<String> files = desk.files();
        assertThat(compare("--before-rev", "HEAD")).isEqualTo(new Run(1, GOLDEN, ""));
        assertThat(git("status", "--porcelain")).as("work tree and index").isEqualTo(status);
        assertThat(desk.files()).isEqualTo(files);
        commit();
        assertThat(compare("--before-rev", "HEAD").code()).isZero();
        assertThat(compare("--before-rev", "main~1").out()).isEqualTo(GOLDEN);
    }

    /** What attributes do to archives and to the work tree does nothing to what a revision holds. */
    @ParameterizedTest
    @ValueSource(strings = {
        "*.drl export-ignore", "promotions/ export-ignore", "* export-subst", "*.drl text eol=crlf", "*.drl ident",
        "*.drl working-tree-encoding=UTF-16", "*.drl filter=other", "*.drl -diff binary"
    })
    void attributesChangeNothing(String attributes) throws Exception {
        git("init", "-q", "-b", "main");
        desk.replace("rules/promotions/us/us-save10.drl", "// 10 %", "// $Format:%H$ $Id$ 10 %");
        commit();
        desk.write("rules/.gitattributes", attributes + "\n");
        git("add", "rules/.gitattributes");
        git("commit", "-q", "-m", "attributes");
        git("config", "filter.other.smudge", "false");
        git("config", "filter.other.required", "true");
        dearer();
        assertThat(compare("--before-rev", "HEAD")).isEqualTo(new Run(1, GOLDEN, ""));
    }

    @Test
    void anyNameOfARevision() throws Exception {
        git("init", "-q", "-b", "main");
        commit();
        git("tag", "-a", "-m", "a tag", "v1");
        git("tag", "light");
        dearer();
        git("commit", "-qam", "dearer: more, and more");
        for (String revision : List.of("v1", "light", "HEAD~1", "main^", "v1^{commit}", ":/rules", git("rev-parse", "HEAD~").strip())) {
            assertThat(compare("--before-rev", revision)).as(revision).isEqualTo(new Run(1, GOLDEN, ""));
        }
        assertThat(compare("--before-rev", ":/dearer").code()).isZero();
        for (String none : List.of("", "--all", "-n1", "HEAD:rules", "HEAD~2", "main..v1", "no such")) {
            assertThat(compare("--before-rev=" + none).err()).as(none).contains("there is no revision " + none + " [no-revision]");
        }
    }

    /** Names that git quotes, in the way to the folder and inside it. */
    @Test
    void oddNames() throws Exception {
        String odd = "a \"b\" \u00e4\n\tc";
        Files.createDirectories(desk.at(odd));
        Files.move(desk.at("rules"), desk.at(odd + "/rules"));
        desk.write(odd + "/rules/promotions/_put \"aside\"\n\u00e4.drl", "x");
        desk.write(odd + "/rules/promotions/us/no rule \u00e4.txt", "x");
        git("init", "-q", "-b", "main");
        commit();
        desk.replace(odd + "/rules/promotions/us/us-save10.drl", "percentOff(10)", "percentOff(12)");
        for (String named : List.of("./" + odd + "/rules", "./" + odd + "/../" + odd + "/rules")) {
            Run run = desk.run("compare", "--before-rev", "HEAD", "--after", named, "./fixtures");
            assertThat(run.out()).contains("us-save10: 10.80 -> 12.96");
        }
        desk.write(odd + "/rules/promotions/us/no rule.drl", "x");
        commit();
        Files.delete(desk.at(odd + "/rules/promotions/us/no rule.drl"));
        assertThat(desk.run("compare", "--before-rev", "HEAD", "--after", "./" + odd + "/rules", "./fixtures").err())
                .contains("\nHEAD:", "no rule.drl: error: the name \"no rule.drl\"", "[file-name]");
    }

    /** Inside the folder they are followed, as in the folder itself; those that leave it are refused. */
    @Test
    void linksInARevision() throws Exception {
        git("init", "-q", "-b", "main");
        Files.createDirectories(desk.at("rules/.shared"));
        Files.move(desk.at("rules/promotions/us/us-save10.drl"), desk.at("rules/.shared/us-save10.drl"));
        Files.createSymbolicLink(desk.at("rules/promotions/us/us-save10.drl"), Path.of("../../.shared/us-save10.drl"));
        Files.move(desk.at("rules/promotions/pearl"), desk.at("rules/.shared/pearl"));
        Files.createSymbolicLink(desk.at("rules/promotions/pearl"), Path.of("../.shared/pearl"));
        commit();
        desk.replace("rules/.shared/us-save10.drl", "percentOff(10)", "percentOff(12)");
        assertThat(compare("--before-rev", "HEAD")).isEqualTo(new Run(1, GOLDEN, ""));

        desk.write("outside/us-out.drl", Desk.SAVE10.replace("us-save10", "us-out"));
        for (Path target : List.of(desk.at("outside/us-out.drl"), Path.of("../../../outside/us-out.drl"))) {
            Path link = Files.createSymbolicLink(desk.at("rules/promotions/us/us-out.drl"), target);
            commit();
            Files.delete(link);
            assertThat(compare("--before-rev", "HEAD")).isEqualTo(new Run(1, "",
                    """
                    HEAD:rules/promotions/us/us-out.drl: error: the link leads out of the rules folder [symbolic-link]
                        Put the file itself here.
                    """));
        }
    }

    /** Where a link leads in the work tree is not where it led. */
    @Test
    void aFolderThatIsALinkTurnedSince() throws Exception {
        git("init", "-q", "-b", "main");
        Files.move(desk.at("rules"), desk.at("rules-1"));
        Files.createSymbolicLink(desk.at("rules"), Path.of("rules-1"));
        commit();
        desk.write("rules-2/promotions/us/us-save10.drl", Desk.SAVE10.replace("percentOff(10)", "percentOff(12)"));
        desk.write("rules-2/promotions/pearl/pearl-tiers.drl", Desk.TIERS);
        Files.delete(desk.at("rules"));
        Files.createSymbolicLink(desk.at("rules"), Path.of("rules-2"));
        assertThat(compare("--before-rev", "HEAD")).isEqualTo(new Run(1, GOLDEN, ""));
        Files.delete(desk.at("rules"));
        Files.createSymbolicLink(desk.at("rules"), desk.at("rules-1"));
        commit();
        assertThat(compare("--before-rev", "HEAD").err())
                .contains("in revision HEAD this folder is a link that leads out of the repository [symbolic-link]");
        Files.delete(desk.at("rules"));
        Files.createSymbolicLink(desk.at("other"), desk.at("rules-1"));
        assertThat(desk.run("compare", "--before-rev", "HEAD", "--after", "./other", "./fixtures").out())
                .as("a link that is new, to a folder that is not").isEqualTo("2 baskets: nothing changed\n");
    }

    @Test
    void aRepositoryInsideIsToldAndOneAroundIsNotAsked() throws Exception {
        git("init", "-q", "-b", "main");
        commit();
        String commit = git("rev-parse", "HEAD").strip();
        git("update-index", "--add", "--cacheinfo", "160000," + commit + ",rules/promotions/theirs");
        git("commit", "-q", "-m", "theirs");
        assertThat(compare("--before-rev", "HEAD").err())
                .startsWith("HEAD:rules/promotions/theirs: error: a repository of its own lies here");
        assertThat(compare("--before-rev", "HEAD~1").code()).isZero();
    }

    @Test
    void aRevisionWithoutAPromotionIsSaid() throws Exception {
        git("init", "-q", "-b", "main");
        Files.move(desk.at("rules/promotions/pearl"), desk.at("pearl"));
        Files.move(desk.at("rules/promotions/us"), desk.at("us"));
        desk.write("rules/promotions/.gitkeep", "");
        commit();
        Files.move(desk.at("us"), desk.at("rules/promotions/us"));
        Run run = compare("--before-rev", "HEAD");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).startsWith("HEAD:rules/: warning: there is not one promotion here");
    }

    @Test
    void aCopyWithoutTheRevisionSaysSo() throws Exception {
        git("init", "-q", "-b", "main");
        commit();
        dearer();
        git("commit", "-qam", "dearer");
        git("clone", "-q", "--depth", "1", "file://" + folder.toRealPath(), "copy");
        assertThat(desk.run("compare", "--before-rev", "HEAD~1", "--after", "./copy/rules", "./fixtures").err())
                .contains("there is no revision HEAD~1 [no-revision]", "git fetch --unshallow");
        assertThat(desk.run("compare", "--before-rev", "HEAD", "--after", "./copy/rules", "./fixtures").code()).isZero();
    }

    @Test
    void aRevisionThatDoesNotLoadNamesItself() throws Exception {
        git("init", "-q", "-b", "main");
        desk.replace("rules/promotions/us/us-save10.drl", "percentOff", "percentOf");
        commit();
        desk.replace("rules/promotions/us/us-save10.drl", "percentOf", "percentOff");
        assertThat(compare("--before-rev", "HEAD").err())
                .startsWith("HEAD:rules/promotions/us/us-save10.drl:9:")
                .doesNotContain("/tmp");
    }

    @Test
    void whatIsNotThereIsSaid() throws Exception {
        assertThat(compare("--before-rev", "HEAD")).isEqualTo(new Run(1, "",
                """
                rules: error: the folder is not in a git repository [no-repository]
                    Compare with a folder instead: --before DIR.
                """));
        git("init", "-q", "-b", "main");
        git("commit", "-q", "--allow-empty", "-m", "empty");
        assertThat(compare("--before-rev", "HEAD").err()).contains("there is no folder rules in revision HEAD [no-rules]");
        assertThat(compare("--before-rev", "nowhere").err()).contains("there is no revision nowhere [no-revision]");
        assertThat(compare("--before-rev=--output=" + folder.resolve("x")).err()).contains("[no-revision]");
        assertThat(desk.files()).noneMatch(file -> file.equals("x"));
    }

    @Test
    void basketsThatCannotBeReadAreTold() {
        desk.write("fixtures/shop/big.basket.json", "{");
        Run run = compare("--before", "./rules");
        assertThat(run).extracting(Run::code, Run::out).containsExactly(1, "1 basket: nothing changed\n");
        assertThat(run.err()).contains("big.basket.json:1:2: error: ");
        assertThat(compare("--before", "./rules", "--format", "json").out()).contains("\"problems\":[{\"code\":");
        assertThat(desk.run("compare", "--after", "./rules", "--before", "./rules", "./old").err())
                .contains("old: error: There is no such file");
    }

    private void commit() throws Exception {
        git("add", ".");
        git("commit", "-q", "-m", "rules");
    }

    private String git(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("git", "-c", "user.name=t", "-c", "user.email=t@example.org"));
        command.addAll(Arrays.asList(arguments));
        Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
        String out = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(out).isZero();
        return out;
    }
}
