package dev.plaindeal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plaindeal.basket.Basket;
import dev.plaindeal.basket.Line;
import dev.plaindeal.draft.Answers;
import dev.plaindeal.draft.Draft;
import dev.plaindeal.draft.DraftKind;
import dev.plaindeal.draft.Question;
import dev.plaindeal.money.Currency;
import dev.plaindeal.money.Money;
import dev.plaindeal.offer.Offer;
import dev.plaindeal.policy.Layer;
import dev.plaindeal.check.RuleFormat.Formatted;
import dev.plaindeal.check.RuleFormat;
import dev.plaindeal.rules.StockDroolsTest.Compiled;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the commands write is DRL that Drools itself compiles and runs too, and so is the program the rules page shows. */
class StockDroolsWrittenTest {

    /** What somebody who copies the program imports. */
    private static final String IMPORTS = """
            import dev.plaindeal.basket.Basket;
            import dev.plaindeal.basket.CodeDirectory;
            import dev.plaindeal.model.Chances;
            import dev.plaindeal.model.Promises;
            import dev.plaindeal.offer.Offer;
            import java.nio.file.Files;
            import java.nio.file.Path;
            import java.util.List;
            import org.kie.api.KieBase;
            import org.kie.api.event.rule.BeforeMatchFiredEvent;
            import org.kie.api.event.rule.DefaultAgendaEventListener;
            import org.kie.api.io.ResourceType;
            import org.kie.api.runtime.KieSession;
            import org.kie.internal.builder.KnowledgeBuilder;
            import org.kie.internal.builder.KnowledgeBuilderFactory;
            import org.kie.internal.io.ResourceFactory;
            """;

    @Test
    void theProgramOfTheRulesPageCompilesAndPromisesTheSame(@TempDir Path folder) throws Exception {
        String page = Files.readString(Path.of("rules/README.md"));
        Matcher programs = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL).matcher(page);
        assertThat(programs.results()).hasSize(1);
        programs.reset().find();
        Path file = Path.of("rules/promotions/us/us-save10.drl");
        RuleBook book = RuleBook.load(RuleFiles.of(Map.of("promotions/us/us-save10.drl", Files.readString(file))));
        Basket basket = basket("US", "USD", "SAVE10");
        List<Offer> offers = run(programs.group(1), folder, List.of(file), basket);
        assertThat(StockDroolsTest.sameOffers(book, offers, basket, page)).isEqualTo(1);
    }

    /** Compiles the program as a method that is given files and a basket, and calls it. */
    @SuppressWarnings("unchecked")
    private static List<Offer> run(String program, Path folder, List<Path> files, Basket basket) throws Exception {
        String text = IMPORTS + "public class Program {\npublic static List<Offer> run(List<Path> files, Basket basket) throws Exception {\n"
                + program + "return offers;\n}\n}\n";
        Path source = Files.writeString(folder.resolve("Program.java"), text);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> wrong = new DiagnosticCollector<>();
        try (StandardJavaFileManager all = compiler.getStandardFileManager(wrong, null, null)) {
            List<String> options = List.of("-proc:none", "-classpath", classpath(), "-d", folder.toString());
            compiler.getTask(null, all, wrong, options, null, all.getJavaFileObjects(source)).call();
        }
        assertThat(wrong.getDiagnostics()).as(text).isEmpty();
        try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, StockDroolsWrittenTest.class.getClassLoader())) {
            return (List<Offer>) loader.loadClass("Program").getMethod("run", List.class, Basket.class).invoke(null, files, basket);
        }
    }

    private static String classpath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    /** Every kind in every layer that has it, with nothing but what is needed and with all there can be. */
    @ParameterizedTest
    @EnumSource(StockDrools.class)
    void whateverNewWritesCompilesAndSaysTheSame(StockDrools build) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Layer layer : Layer.values()) {
            for (DraftKind kind : DraftKind.values()) {
                for (Answers.Need most : List.of(Answers.Need.NEEDED, Answers.Need.OPTIONAL)) {
                    draft(layer, kind, most).ifPresent(draft -> texts.put("promotions/" + draft.id() + ".drl", draft.ruleText()));
                }
            }
        }
        Compiled rules = compiled(build, texts);
        assertThat(rules.rules()).hasSize(texts.size()).hasSizeGreaterThan(50);
        assertThat(StockDroolsTest.sameOffers(rules, basket("US", "USD", "TEN"), "new")).isEqualTo(texts.size());
    }

    private static Optional<Draft> draft(Layer layer, DraftKind kind, Answers.Need most) {
        Answers answers = Answers.none()
                .with(Question.LAYER, layer.key())
                .with(Question.KIND, kind.key())
                .with(Question.ID, layer.key() + "-" + kind.key() + "-" + (most == Answers.Need.NEEDED ? "short" : "long"));
        for (Question question : Question.values()) {
            if (answers.to(question).isEmpty() && answers.need(question).compareTo(most) <= 0) {
                answers = answers.with(question, answer(question));
            }
        }
        try {
            return Optional.of(Draft.of(answers));
        } catch (IllegalArgumentException unfit) {
            assertThat(unfit).hasMessage("the kind " + kind.key() + " does not go with the layer " + layer.key());
            return Optional.empty();
        }
    }

    private static String answer(Question question) {
        return switch (question) {
            case LAYER, KIND, ID -> throw new IllegalArgumentException(question + " is answered");
            case MARKET -> "US,GB";
            case STORE -> "pearl";
            case CODE -> "TEN";
            case PERCENT -> "12.5";
            case AMOUNT -> "USD 5, GBP 4";
            case THRESHOLD -> "USD 50, GBP 40";
            case TIERS -> "USD 50: USD 5; USD 100: 12%";
            case ITEM_TIERS -> "3: 10%; 5: 20%";
            case PRICE -> "USD 9, GBP 8";
            case SAVING -> "50%";
            case GIFT -> "mug-1";
            case GIFT_NAME -> "Mug";
            case BUY, TIMES, ITEMS -> "2";
            case GET -> "1";
            case CAP -> "USD 20";
            case CHANNEL -> "shelf";
            case FROM -> "2026-11-27";
            case UNTIL -> "2026-12-01";
            case ZONE -> "America/New_York";
        };
    }

    /**
     * What people write, codes in small letters among it, once {@code fmt} has mended it. Our own files and those of fixtures are
     * laid out already, as other tests say, so of them {@code fmt} writes none.
     */
    @ParameterizedTest
    @EnumSource(StockDrools.class)
    void whateverFmtMendsCompilesAndSaysTheSame(StockDrools build, @TempDir Path folder) throws IOException {
        HonestFiles honest = new HonestFiles(20261129);
        Map<String, String> typed = honest.files(150);
        typed.replaceAll((path, text) -> text.replace("\"SAVE10\"", "\"save10\"").replace("\"TEA5\"", "\" tea5 \""));
        assertThat(typed.values()).as("files with such a code").haveAtLeast(1, of("\"save10\"")).haveAtLeast(1, of("\" tea5 \""));
        for (Map.Entry<String, String> file : typed.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        Formatted mended = RuleFormat.of(List.of(folder), RuleFormat.Mode.WRITE);
        assertThat(mended.problems()).isEmpty();
        assertThat(mended.changed()).hasSizeGreaterThan(100);
        Compiled rules = compiled(build, texts(folder));
        int offers = 0;
        for (int i = 0; i < 30; i++) {
            offers += StockDroolsTest.sameOffers(rules, honest.basket(), "basket " + i);
        }
        assertThat(offers).isGreaterThan(75);
    }

    private static org.assertj.core.api.Condition<String> of(String part) {
        return new org.assertj.core.api.Condition<>(text -> text.contains(part), "with " + part);
    }

    private static Map<String, String> texts(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> files = all.filter(Files::isRegularFile).toList();
            Map<String, String> texts = new LinkedHashMap<>();
            for (Path file : files) {
                texts.put(folder.relativize(file).toString(), Files.readString(file));
            }
            return texts;
        }
    }

    private static Compiled compiled(StockDrools build, Map<String, String> texts) {
        RuleFiles files = RuleFiles.of(texts);
        return new Compiled(RuleBook.load(files), files, build.compile(texts));
    }

    private static Basket basket(String market, String currency, String code) {
        return Basket.builder("b", market, currency, Instant.EPOCH)
                .code(code)
                .line(new Line("1", "cup", "pearl", "", "", new Money(1_000, Currency.of(currency)), Optional.empty(), Optional.empty(), 3))
                .build();
    }
}
