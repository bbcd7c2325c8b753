package dev.plaindeal.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plaindeal.score.SimplicityRules;
import dev.plaindeal.studio.Browser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody who taps the first card each time goes through the page in a browser, and the file it gives is read. */
class QuestionnaireWalkTest {

    private static final Pattern FILE = Pattern.compile("<pre>(.*?)</pre>", Pattern.DOTALL);

    /** Each price is typed as an Arabic phone does: 39.83. */
    private static final String WALK = """
            <script>
            (async () => {
              const wait = milliseconds => new Promise(done => setTimeout(done, milliseconds));
              const tap = what => document.querySelector("#stage " + what).click();
              tap("button");
              while (state.at < items.length) {
                await wait(320);
                if (items[state.at].card) {
                  tap("button.go"); await wait(20); tap("button.go"); await wait(20);
                  document.querySelector("#stage input").value = "\\u0663\\u0669\\u066b\\u0668\\u0663";
                  tap("form button");
                } else { tap("button.card"); }
              }
              const file = document.createElement("pre");
              file.textContent = document.querySelector("textarea").value;
              document.body.append(file);
            })();
            </script>
            </body>""";

    @TempDir
    Path folder;

    @Test
    void theFileAtTheEndHoldsAnAnswerToEachQuestion() throws IOException, InterruptedException {
        Optional<Path> browser = Browser.installed();
        assumeTrue(browser.isPresent(), "no browser here to open the questionnaire with; " + Browser.INSTALL);
        CalibrationPlan plan = PlanMaker.plan("US", SimplicityRules.MARKETS.of("US").reference(), SimplicityRules.WEIGHTS, 40, 1);
        Path page = folder.resolve("questionnaire.html");
        Files.writeString(page, QuestionnairePage.of(plan).replace("</body>", WALK));
        Matcher file = FILE.matcher(shown(browser.get(), page.toUri() + "#2"));
        assertThat(file.find()).isTrue();
        Map<String, AnswersReader.AnswerLine> answers =
                AnswersReader.read(plan, Map.of("walk.csv", file.group(1))).byPerson().values().iterator().next();
        assertThat(answers.keySet()).containsExactlyElementsOf(plan.forms().get(1).items().stream().map(PlannedItem::id).toList());
        assertThat(answers.values()).allSatisfy(answer ->
                assertThat(answer.answer()).isEqualTo(answer.item() instanceof PlannedItem.TimedPrice ? "39.83" : "a"));
    }

    private String shown(Path browser, String address) throws IOException, InterruptedException {
        Path out = folder.resolve("shown.html");
        Process process = new ProcessBuilder(browser.toString(), "--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run",
                "--user-data-dir=" + folder.resolve("profile"), "--virtual-time-budget=60000", "--dump-dom", address)
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.waitFor();
        return Files.readString(out, StandardCharsets.UTF_8);
    }
}
