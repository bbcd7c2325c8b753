package dev.plaindeal.calibrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plaindeal.problem.Problem;
import dev.plaindeal.problem.ProblemException;
import dev.plaindeal.score.SimplicityRules;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a file of answers is told with its place, and nothing is passed over. */
class AnswersReaderTest {

    private static final CalibrationPlan PLAN =
            PlanMaker.plan("US", SimplicityRules.MARKETS.of("US").reference(), SimplicityRules.WEIGHTS, 20, 1);
    private static final String GOOD = PLAN.id() + ",p1,en,1-01,a,4.2";

    private static List<Problem> problems(Map<String, String> texts) {
        try {
            AnswersReader.read(PLAN, texts);
            return List.of();
        } catch (ProblemException told) {
            return told.problems();
        }
    }

    private static String file(String... lines) {
        return AnswersReader.HEADER + "\n" + String.join("\n", lines) + "\n";
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "PLAN,p1,en,1-01,c,4.2 | answer-side | 24",
        "PLAN,p1,en,1-99,a,4.2 | unknown-item | 19",
        "other,p1,en,1-01,a,4.2 | other-plan | 1",
        "PLAN,p 1,en,1-01,a,4.2 | answer-name | 13",
        "PLAN,p1,en,1-01,a,0 | answer-seconds | 26",
        "PLAN,p1,en,1-01,a,4 s | answer-seconds | 26",
        "PLAN,p1,en,1-29,x,4.2 | answer-price | 24",
        "PLAN,p1,en,1-01,a | answer-columns | 1",
    })
    void aWrongLineIsToldWithItsColumn(String line, String code, int column) {
        int shift = PLAN.id().length() - "us-1-abcdef".length();
        List<Problem> problems = problems(Map.of("ana.csv", file(GOOD.replace("1-01", "1-02"), line.replace("PLAN", PLAN.id()))));
        assertThat(problems).extracting(Problem::code).containsExactly(code);
        assertThat(problems.get(0).place().line()).isEqualTo(3);
        assertThat(problems.get(0).place().column()).isEqualTo(column == 1 ? 1 : column + shift);
    }

    @Test
    void everyProblemOfEveryFileIsTold() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("b.csv", "plan;person;language;item;answer;seconds\n");
        texts.put("a.csv", file(GOOD.replace(",a,", ",z,"), GOOD.replace("1-01", "9-01")));
        texts.put("c.csv", AnswersReader.HEADER + "\n");
        assertThat(problems(texts)).extracting(problem -> problem.place().text())
                .containsExactly("a.csv:2:" + (GOOD.indexOf(",a,") + 2), "a.csv:3:" + (GOOD.indexOf("1-01") + 1), "b.csv:1:1", "c.csv:1");
        assertThat(problems(texts).get(2).hint()).contains("semicolons");
    }

    /** Reading stopped at a hundred problems and said nothing of the lines behind them. */
    @Test
    void whereReadingStopsIsTold() {
        String[] wrong = new String[150];
        Arrays.fill(wrong, GOOD.replace(",a,", ",z,"));
        List<Problem> problems = problems(Map.of("a.csv", file(wrong)));
        assertThat(problems).hasSize(101);
        assertThat(problems.get(100).code()).isEqualTo("more-problems");
        assertThat(problems.get(100).place().line()).isEqualTo(102);
    }

    @Test
    void blankLinesAreNoAnswers() {
        assertThat(problems(Map.of("a.csv", AnswersReader.HEADER + "\n\n\n  \n"))).extracting(Problem::code).containsExactly("no-answers");
        assertThat(problems(Map.of("a.csv", "\n" + file(GOOD)))).extracting(Problem::code).containsExactly("no-answers");
        assertThat(problems(Map.of("a.csv", ""))).extracting(Problem::code).containsExactly("no-answers");
    }

    /** Whoever puts files together keeps their headers. */
    @Test
    void filesPutTogetherAreRead() {
        String other = file(GOOD.replace(",p1,", ",p2,"));
        assertThat(AnswersReader.read(PLAN, Map.of("all.csv", file(GOOD) + other)).byPerson()).containsOnlyKeys("p1", "p2");
    }

    @Test
    void aFileSentTwiceCountsOnceAndTwoAnswersToOneQuestionAreAProblem() {
        Map<String, String> twice = Map.of("a.csv", file(GOOD), "a (1).csv", "\uFEFF" + file(GOOD).replace("\n", "\r\n"));
        assertThat(AnswersReader.read(PLAN, twice).repeated()).isEqualTo(1);
        assertThat(problems(Map.of("a.csv", file(GOOD, GOOD.replace(",a,", ",b,"))))).extracting(Problem::code).containsExactly("answered-twice");
    }
}
