package dev.plaindeal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plaindeal.model.ChanceField;
import dev.plaindeal.model.PromotionWords;
import dev.plaindeal.model.Word;
import dev.plaindeal.rules.grammar.RuleFolder;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the table of other engines' names leads to is there, and no name in it is one of ours. */
class NamesElsewhereTest {

    private static final Pattern CALLED = Pattern.compile("(\\w+)\\(");
    private static final Pattern COMPARED = Pattern.compile("(\\w+) (?:==|>=|contains) ");
    private static final Set<String> WORDS = Arrays.stream(PromotionWords.class.getMethods())
            .filter(method -> method.isAnnotationPresent(Word.class))
            .map(method -> method.getName())
            .collect(Collectors.toSet());
    private static final Set<String> FIELDS =
            Arrays.stream(ChanceField.values()).map(ChanceField::key).collect(Collectors.toSet());

    private static List<String> named(Pattern pattern, Collection<String> hints) {
        return hints.stream()
                .flatMap(hint -> pattern.matcher(hint).results())
                .map(found -> found.group(1))
                .toList();
    }

    @Test
    void leadsToWordsThatAreThere() {
        assertThat(named(CALLED, NamesElsewhere.WORDS.values())).hasSizeGreaterThan(100).isSubsetOf(WORDS);
        assertThat(named(CALLED, NamesElsewhere.FIELDS.values())).isSubsetOf(WORDS);
    }

    @Test
    void leadsToFieldsAndFactsThatAreThere() {
        assertThat(named(COMPARED, NamesElsewhere.FIELDS.values())).hasSizeGreaterThan(20).isSubsetOf(FIELDS);
        Set<String> facts = RuleFolder.ALL.get(0).facts().keySet();
        assertThat(NamesElsewhere.FACTS.values())
                .allSatisfy(hint -> assertThat(facts).contains(hint.replace("Maybe ", "").replace("?", "")));
    }

    @Test
    void holdsNoNameThatIsOurs() {
        Set<String> ours = WORDS.stream().map(word -> word.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        assertThat(NamesElsewhere.WORDS.keySet()).doesNotContainAnyElementsOf(ours);
        assertThat(NamesElsewhere.FIELDS.keySet())
                .doesNotContainAnyElementsOf(FIELDS.stream().map(key -> key.toLowerCase(Locale.ROOT)).toList());
    }
}
