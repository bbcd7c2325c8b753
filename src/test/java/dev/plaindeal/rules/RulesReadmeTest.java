package dev.plaindeal.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.plaindeal.model.Audience;
import dev.plaindeal.model.Budget;
import dev.plaindeal.model.ChanceFacts;
import dev.plaindeal.model.LayerStacking;
import dev.plaindeal.model.Market;
import dev.plaindeal.model.PromotionWords;
import dev.plaindeal.model.Stacking;
import dev.plaindeal.model.Word;
import dev.plaindeal.offer.ChanceKind;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.problem.ProblemException;
import dev.plaindeal.rules.grammar.FactFields;
import dev.plaindeal.rules.grammar.RefusedSyntax;
import dev.plaindeal.rules.grammar.RuleFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What marketing's page says is so: every word and field is named, what it refuses is refused, what it prefers loads. */
class RulesReadmeTest {

    private static final Path RULES = Path.of("rules");
    private static final String README = read(RULES.resolve("README.md"));
    private static final Pattern ENTRY = Pattern.compile("\\*\\*(\\S+)\\*\\*  \nAvoid: `(.+)`  \nPrefer: `(.+)`  \nWhy: (.+)\n");

    /** One entry of the list of refusals. */
    record Entry(String code, String avoid, String prefer) {}

    static List<Entry> entries() {
        Matcher found = ENTRY.matcher(README);
        List<Entry> entries = new java.util.ArrayList<>();
        while (found.find()) {
            entries.add(new Entry(found.group(1), found.group(2), found.group(3)));
        }
        return entries;
    }

    @ParameterizedTest
    @MethodSource("entries")
    void whatToAvoidIsRefusedUnderThisCode(Entry entry) {
        assertThat(problems(entry.avoid())).as(entry.avoid()).extracting(Problem::code).contains(entry.code());
    }

    @ParameterizedTest
    @MethodSource("entries")
    void whatToPreferLoads(Entry entry) {
        assertThat(problems(entry.prefer())).as(entry.prefer()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(RefusedSyntax.class)
    void everyKindOfRefusalHasAnEntry(RefusedSyntax reason) {
        assertThat(entries().stream().flatMap(entry -> problems(entry.avoid()).stream()).map(Problem::message))
                .as("an entry refused because %s", reason.why())
                .anyMatch(message -> message.contains(reason.why()));
    }

    @Test
    void everyWordIsNamed() {
        for (Class<?> words : List.of(PromotionWords.class, Stacking.class, LayerStacking.class, Market.class, Audience.class, Budget.class)) {
            for (String word : words(words)) {
                assertThat(README).as("rules/README.md names %s of %s", word, words.getSimpleName())
                        .containsPattern("[`.]" + word + "[`(]");
            }
        }
    }

    @Test
    void everyFieldIsNamed() {
        FactFields fields = new FactFields(RuleFolder.ALL);
        for (ChanceKind kind : ChanceKind.values()) {
            assertThat(README).contains("`" + ChanceFacts.name(kind) + "`");
            for (String field : fields.of(ChanceFacts.of(kind)).keySet()) {
                assertThat(README).as("rules/README.md names the field %s", field).containsPattern("`" + field + "[` ]");
            }
        }
    }

    /** The rules Plaindeal comes with, and those of the fixtures on deals and on gifts, show what each word is for. */
    @Test
    void everyWordIsUsedInSomePromotion() throws IOException {
        StringBuilder all = new StringBuilder();
        for (Path folder : List.of(RULES.resolve("promotions"), Path.of("fixtures/deals"), Path.of("fixtures/gift-worth"))) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.filter(file -> file.toString().endsWith(".drl")).forEach(file -> all.append(read(file)));
            }
        }
        for (String word : words(PromotionWords.class)) {
            assertThat(all).as("a promotion that says %s", word).contains("." + word + "(");
        }
    }

    static List<Path> templates() throws IOException {
        try (Stream<Path> files = Files.list(RULES.resolve("_templates"))) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void templatesLoadOnceTheyAreCopied(Path template) {
        RuleBook book = RuleBook.load(RuleFiles.of(Map.of("promotions/us/" + template.getFileName(), read(template))));
        String layer = template.getFileName().toString().replace(".drl", "");
        assertThat(book.promotions().get(layer).offers())
                .as("offers of the template for %s", layer)
                .hasSize(1)
                .allMatch(terms -> terms.layer().key().equals(layer));
    }

    @Test
    void thereIsATemplateForEachLayer() throws IOException {
        assertThat(templates()).hasSize(dev.plaindeal.policy.Layer.values().length);
        assertThat(RuleFiles.folder(RULES).paths()).noneMatch(path -> path.contains("_templates"));
    }

    private static Set<String> words(Class<?> said) {
        Set<String> words = new TreeSet<>();
        Arrays.stream(said.getMethods())
                .filter(method -> method.isAnnotationPresent(Word.class))
                .forEach(method -> words.add(method.getName()));
        return words;
    }

    /** Puts a snippet where it belongs in an otherwise sound file. */
    private static List<Problem> problems(String snippet) {
        boolean header = snippet.startsWith("import ");
        boolean top = snippet.startsWith("declare ") || snippet.startsWith("@");
        boolean pattern = snippet.startsWith("$coupon :");
        boolean then = snippet.endsWith(";");
        String text = String.join(
                "\n",
                "// A promotion.",
                "package promotions",
                header ? snippet : "import dev.plaindeal.model.*",
                top ? snippet : "",
                "rule \"us-hello10\"",
                header || top || pattern || then ? "" : snippet,
                "when",
                pattern ? snippet : "$coupon : PlatformCoupon( code == \"HELLO10\", market == \"US\" )",
                "then",
                then ? snippet : "$coupon.percentOff(10);",
                "end",
                "");
        ProblemException refused = catchThrowableOfType(
                ProblemException.class,
                () -> RuleBook.load(RuleFiles.of(Map.of("promotions/us/us-hello10.drl", text))));
        return refused == null ? List.of() : refused.problems();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
