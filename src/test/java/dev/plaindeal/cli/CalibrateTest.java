package dev.plaindeal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plaindeal.calibrate.SimulatedAnswers;
import dev.plaindeal.cli.Desk.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plan is written, answered, fitted and written into rules that check accepts. */
class CalibrateTest {

    @TempDir
    Path folder;

    private Desk desk;

    @BeforeEach
    void desk() throws IOException {
        desk = new Desk(folder);
        for (String file : new String[] {"steps.drl", "markets.drl"}) {
            desk.write("rules/simplicity/" + file, Files.readString(Path.of("rules/simplicity", file)));
        }
    }

    private Run plan(String choices) {
        return desk.run("calibrate", "plan", "--market", "US", "--n", choices, "--rules", "./rules", "--out", "./calibration");
    }

    @Test
    void fromThePlanToRulesThatCheckAccepts() {
        assertThat(plan("200").out()).contains("200 choices in 10 forms", "calibration/questionnaire.html");
        desk.write("answers/all.csv", SimulatedAnswers.csv(desk.read("calibration/plan.json"), 20));
        Run fit = desk.run("calibrate", "fit", "./calibration/plan.json", "./answers", "--rules", "./rules", "--out", "./report.json");
        assertThat(fit.code()).as(fit.err()).isZero();
        assertThat(fit.out()).contains("10 people answered, 8 of them fitted", "Left out, as their answers are those of a coin: careless-",
                "READ ", "Fewer than 100 times", "Of 160 answers held out in turn");
        Run written = desk.run("calibrate", "write", "./report.json", "--rules", "./rules", "--out", "./calibrated");
        assertThat(written.code()).as(written.err()).isZero();
        assertThat(desk.read("calibrated/simplicity/steps.drl")).containsPattern("// Fitted: \\d+\\.\\d+ s, with 95 % from .*; \\d+ answers of 8 people in US, plan us-1-[0-9a-f]+; before 1\\.20 s\\.\nrule \"step-read\"");
        Run check = desk.run("check", "--rules", "./calibrated");
        assertThat(check.code()).as(check.out() + check.err()).isZero();
        assertThat(desk.read("rules/simplicity/steps.drl")).doesNotContain("Fitted");
    }

    @Test
    void writingTwiceLeavesOneComment() {
        plan("40");
        desk.write("a.csv", SimulatedAnswers.csv(desk.read("calibration/plan.json"), 0));
        desk.run("calibrate", "fit", "./calibration/plan.json", "./a.csv", "--rules", "./rules", "--out", "./report.json");
        desk.run("calibrate", "write", "./report.json", "--rules", "./rules", "--out", "./once");
        desk.run("calibrate", "fit", "./calibration/plan.json", "./a.csv", "--rules", "./once", "--out", "./again.json");
        Run again = desk.run("calibrate", "write", "./again.json", "--rules", "./once", "--out", "./twice");
        assertThat(again.code()).as(again.err()).isZero();
        assertThat(comments("once")).isPositive().isEqualTo(desk.read("report.json").lines().filter(line -> line.contains("\"step\"")).count());
        assertThat(comments("twice")).isEqualTo(comments("once"));
    }

    private long comments(String folder) {
        return desk.read(folder + "/simplicity/steps.drl").lines().filter(line -> line.startsWith("// Fitted") || line.startsWith("// Not fitted")).count();
    }

    @Test
    void weightsThatRulesSaySomewhereElseAreNotWritten() {
        plan("40");
        desk.write("a.csv", SimulatedAnswers.csv(desk.read("calibration/plan.json"), 0));
        desk.run("calibrate", "fit", "./calibration/plan.json", "./a.csv", "--rules", "./rules", "--out", "./report.json");
        desk.replace("rules/simplicity/steps.drl", "$step.takes(\"1.20\").says(\"reading\");", "$step.takes(\"1.30\").says(\"reading\");");
        Run written = desk.run("calibrate", "write", "./report.json", "--rules", "./rules", "--out", "./calibrated");
        assertThat(written.code()).isEqualTo(1);
        assertThat(written.err()).contains("no rule here says that step READ takes 1.20 seconds");
        assertThat(desk.files()).noneMatch(file -> file.startsWith("calibrated"));
    }

    @Test
    void aSpecialCaseOfTheMarketIsNotPassedOver() {
        plan("40");
        desk.write("a.csv", SimulatedAnswers.csv(desk.read("calibration/plan.json"), 0));
        desk.run("calibrate", "fit", "./calibration/plan.json", "./a.csv", "--rules", "./rules", "--out", "./report.json");
        desk.write("rules/simplicity/us.drl", """
                // In the US reading takes longer.
                package simplicity
                import dev.plaindeal.model.*

                rule "us-read"
                when
                    $step : Step( kind == "READ", market == "US" )
                then
                    $step.takesInstead("2.50");
                end
                """);
        Run written = desk.run("calibrate", "write", "./report.json", "--rules", "./rules", "--out", "./calibrated");
        assertThat(written.code()).isEqualTo(1);
        assertThat(written.err()).contains("another rule says how long step READ takes in US");
        assertThat(desk.files()).noneMatch(file -> file.startsWith("calibrated"));
    }

    @Test
    void whatIsThereAlreadyIsLeftAlone() {
        assertThat(plan("20").code()).isZero();
        String before = desk.read("calibration/plan.json");
        Run again = plan("40");
        assertThat(again.code()).isEqualTo(1);
        assertThat(again.err()).contains("there is something here already");
        assertThat(desk.read("calibration/plan.json")).isEqualTo(before);
    }

    @Test
    void wrongUsageIsTold() {
        assertThat(desk.run("calibrate").code()).isEqualTo(2);
        Run market = desk.run("calibrate", "plan", "--market", "XX", "--rules", "./rules", "--out", "./c");
        assertThat(market.code()).isEqualTo(2);
        assertThat(market.err()).contains("--market is an ISO 3166 code such as US, not XX");
        assertThat(plan("0").err()).contains("a plan is for 1 to 4000 choices, not 0");
        Run empty = desk.run("calibrate", "plan", "--market", "US", "--rules", "./fixtures", "--out", "./c");
        assertThat(empty.code()).isEqualTo(1);
        assertThat(empty.err()).contains("no rule file here says how long steps take");
    }

    @Test
    void answersOfACoinAloneAreNoFit() {
        plan("20");
        desk.write("a.csv", SimulatedAnswers.csv(desk.read("calibration/plan.json"), 100));
        Run fit = desk.run("calibrate", "fit", "./calibration/plan.json", "./a.csv", "--rules", "./rules", "--out", "./report.json");
        assertThat(fit.code()).isEqualTo(1);
        assertThat(fit.err()).contains("of 1 who answered nobody's choices can be fitted", "careless-1");
        assertThat(desk.files()).doesNotContain("report.json");
    }

    @Test
    void badAnswersStopTheFit() {
        plan("20");
        desk.write("answers/a.csv", "nonsense\n");
        Run fit = desk.run("calibrate", "fit", "./calibration/plan.json", "./answers", "--rules", "./rules", "--out", "./report.json");
        assertThat(fit.code()).isEqualTo(1);
        assertThat(fit.err()).contains("answers/a.csv:1:1: error: this file does not begin with plan,person");
        assertThat(desk.files()).doesNotContain("report.json");
    }
}
