package dev.plaindeal.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.plaindeal.model.Chances;
import dev.plaindeal.model.PlatformCoupon;
import dev.plaindeal.offer.Condition.Operator;
import dev.plaindeal.offer.Condition;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.problem.ProblemException;
import dev.plaindeal.rules.drools.DrlWriter;
import dev.plaindeal.rules.drools.TestBuild;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.kie.api.io.ResourceType;
import org.kie.api.runtime.KieSession;
import org.kie.internal.builder.KnowledgeBuilder;
import org.kie.internal.builder.KnowledgeBuilderFactory;
import org.kie.internal.io.ResourceFactory;

/**
 * Rule files that try to make a file, each another way. None is taken, none makes its file, and what they are made of
 * cannot be written into a rule even from inside.
 */
class AttacksTest {

    private static final Path ATTACKS = Path.of("fixtures", "_attacks");

    @TempDir
    private Path folder;

    static List<String> attacks() throws IOException {
        try (Stream<Path> files = Files.list(ATTACKS)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(RulePaths::isRules)
                    .sorted()
                    .toList();
        }
    }

    private Path marker() {
        return folder.resolve("marker");
    }

    private String text(String attack) throws IOException {
        return Files.readString(ATTACKS.resolve(attack)).replace("@MARKER@", marker().toString());
    }

    @Test
    void thereAreManyAttacks() throws IOException {
        assertThat(attacks()).hasSizeGreaterThan(100);
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void isRefusedQuicklyAndDoesNothing(String attack) throws IOException {
        RuleFiles files = RuleFiles.of(Map.of("promotions/" + attack, text(attack)));
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> assertThatThrownBy(() -> RuleBook.load(files))
                .isInstanceOfSatisfying(ProblemException.class, refused -> assertThat(refused.problems())
                        .isNotEmpty()
                        .allMatch(Problem::isError)
                        .allSatisfy(problem -> assertThat(problem.place().file()).endsWith(attack))));
        assertThat(marker()).doesNotExist();
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void cannotBeWrittenIntoARuleFromInside(String attack) throws IOException {
        String text = text(attack);
        Condition field = new Condition(text, Operator.IS, List.of("SAVE10"));
        Condition value = new Condition("code", Operator.IS, List.of(text));
        Condition values = new Condition("code", Operator.IN, List.of("SAVE10", text));
        assertThatThrownBy(() -> DrlWriter.rule(text, PlatformCoupon.class, List.of(), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        for (Condition condition : List.of(field, value, values)) {
            assertThatThrownBy(() -> DrlWriter.rule("id", PlatformCoupon.class, List.of(condition), List.of()))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(marker()).doesNotExist();
    }

    /** The control: without Plaindeal between, Drools does what the file says, so the tests above can fail. */
    @Test
    void droolsAloneWouldRunIt() throws IOException {
        KnowledgeBuilder builder = KnowledgeBuilderFactory.newKnowledgeBuilder();
        String drl = "package promotions\nrule \"x\" when then new java.io.File(\"" + marker() + "\").createNewFile(); end";
        builder.add(ResourceFactory.newReaderResource(new StringReader(drl)), ResourceType.DRL);
        assertThat(builder.hasErrors()).isFalse();
        KieSession session = builder.newKieBase().newKieSession();
        session.fireAllRules();
        session.dispose();
        assertThat(marker()).exists();
    }

    /** The second layer: text that came to Drools past all else still finds nothing to make a file with. */
    @ParameterizedTest
    @CsvSource({
        "CLASSIC, then-file", "CLASSIC, then-nio", "CLASSIC, then-process-builder", "CLASSIC, then-thread",
        "CLASSIC, attribute-dialect", "CLASSIC, when-from", "CLASSIC, when-inline-eval", "EXECUTABLE, then-file",
        "EXECUTABLE, attribute-dialect", "EXECUTABLE, when-inline-eval"
    })
    void theFenceHoldsWithoutTheParser(TestBuild build, String attack) throws IOException {
        String text = text(attack + RuleFiles.ENDING);
        assertThatThrownBy(() -> {
            KieSession session = build.compile(text).newKieSession();
            Chances.in(RuleBookTest.basket("US", "pearl", "SAVE10")).all().forEach(session::insert);
            session.fireAllRules(10);
        });
        assertThat(marker()).doesNotExist();
    }
}
