package dev.plaindeal.calibrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plaindeal.problem.Problem;
import dev.plaindeal.problem.ProblemException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A report that somebody changed by hand is read as it stands, or refused with the place of what is wrong. */
class WeightsToWriteTest {

    private static final String REPORT = """
            {"plan":"us-1","market":"US","people":{"answered":20,"careless":["p3"]},
             "weights":[{"step":"READ","prior":1.2,"fitted":1.03,"low":0.7,"high":1.5,"answers":265,"source":"answers"}]}""";

    @Test
    void aReportIsRead() {
        assertThat(WeightsToWrite.read(REPORT, "r").people()).isEqualTo(19);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "1.03 | 1e999 | /weights/0/fitted",
        "0.7 | 1e999 | /weights/0/low",
        "[\"p3\"] | [3] | /people/careless",
        "[\"p3\"] | [\" \"] | /people/careless",
        "20 | 0 | /people/careless",
        "20 | -1 | /people/answered",
        "20 | 4294967316 | /people/answered",
        "265 | 4294967561 | /weights/0/answers",
        "265 | 2.5 | /weights/0/answers",
    })
    void whatIsNoNumberOfOursIsRefused(String before, String after, String pointer) {
        assertThat(problems(REPORT.replace(before, after))).extracting(problem -> problem.place().pointer()).contains(pointer);
    }

    private static List<Problem> problems(String json) {
        try {
            WeightsToWrite.read(json, "r");
            return List.of();
        } catch (ProblemException told) {
            return told.problems();
        }
    }
}
