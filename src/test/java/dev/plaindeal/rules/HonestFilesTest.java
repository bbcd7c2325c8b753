package dev.plaindeal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plaindeal.basket.Basket;
import dev.plaindeal.model.Chance;
import dev.plaindeal.model.Chances;
import dev.plaindeal.model.Line;
import dev.plaindeal.offer.Condition;
import dev.plaindeal.offer.LinePattern.Join;
import dev.plaindeal.offer.LinePattern;
import dev.plaindeal.offer.Offer;
import dev.plaindeal.offer.Promotion;
import dev.plaindeal.rules.drools.TestBuild;
import dev.plaindeal.rules.grammar.FactField;
import dev.plaindeal.rules.grammar.FactFields;
import dev.plaindeal.rules.grammar.RuleFolder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rule files as people might write them: all are taken, and Drools' answers are those their conditions mean. */
class HonestFilesTest {

    private static final int BASKETS = 100;

    @ParameterizedTest
    @CsvSource({"CLASSIC, 2000, 20261122", "EXECUTABLE, 60, 20261123"})
    void areTakenAndMatchWhatTheySay(TestBuild build, int files, long seed) {
        HonestFiles honest = new HonestFiles(seed);
        RuleBook book = build.load(RuleFiles.of(honest.files(files)));
        assertThat(book.promotions()).as("seed " + seed).hasSize(files);
        int offers = 0;
        for (int i = 0; i < BASKETS; i++) {
            Basket basket = honest.basket();
            Chances chances = Chances.in(basket);
            List<String> matched = keys(book.match(chances));
            assertThat(matched).as("seed %d, basket %d: %s", seed, i, basket).isEqualTo(meant(book, chances));
            offers += matched.size();
        }
        assertThat(offers).as("offers made in all, seed " + seed).isGreaterThan(files);
    }

    private static List<String> keys(List<Offer> offers) {
        return offers.stream().map(offer -> offer.key() + " " + offer.store() + " " + offer.code()).sorted().toList();
    }

    /** What the conditions mean, each tried against each chance without Drools. */
    private static List<String> meant(RuleBook book, Chances chances) {
        FactFields fields = new FactFields(RuleFolder.ALL, book.attributes().all());
        List<String> meant = new ArrayList<>();
        for (Promotion promotion : book.promotions().values()) {
            for (Chance chance : chances.all()) {
                boolean met = chance.kind() == promotion.kind() && meets(promotion, chance, fields.of(chance.getClass()));
                if (met && holds(promotion.lines(), List.of(chance), chances.lines(), fields)) {
                    for (int part = 0; part < promotion.offers().size(); part++) {
                        meant.add(promotion.id() + (part == 0 ? "" : "+" + part) + " " + chance.storeId() + " "
                                + chance.presentedCode());
                    }
                }
            }
        }
        return meant.stream().sorted().toList();
    }

    private static boolean meets(Promotion promotion, Chance chance, Map<String, FactField> fields) {
        return promotion.conditions().stream()
                .allMatch(condition -> condition.meets(fields.get(condition.field()).of(chance)));
    }

    /** Whether lines can stand for all these patterns, each tried in turn; {@code before} is what stands for those before them. */
    private static boolean holds(List<LinePattern> patterns, List<Object> before, List<Line> lines, FactFields fields) {
        if (patterns.isEmpty()) {
            return true;
        }
        List<LinePattern> rest = patterns.subList(1, patterns.size());
        List<Line> found = lines.stream().filter(line -> meets(patterns.get(0), line, before, fields)).toList();
        return switch (patterns.get(0).presence()) {
            case NAMED -> found.stream().anyMatch(line -> holds(rest, with(before, line), lines, fields));
            case EXISTS -> !found.isEmpty() && holds(rest, with(before, "nothing can name it"), lines, fields);
            case NOT -> found.isEmpty() && holds(rest, with(before, "nothing can name it"), lines, fields);
        };
    }

    private static List<Object> with(List<Object> before, Object now) {
        List<Object> all = new ArrayList<>(before);
        all.add(now);
        return all;
    }

    private static boolean meets(LinePattern pattern, Line line, List<Object> before, FactFields fields) {
        return pattern.conditions().stream().allMatch(condition -> condition.meets(value(line, condition.field(), fields)))
                && pattern.joins().stream().allMatch(join -> meets(join, line, before, fields));
    }

    private static boolean meets(Join join, Line line, List<Object> before, FactFields fields) {
        Object other = value(before.get(join.pattern()), join.other(), fields);
        return new Condition(join.field(), join.operator(), List.of(other)).meets(value(line, join.field(), fields));
    }

    private static Object value(Object fact, String field, FactFields fields) {
        return fields.get(fact.getClass(), field).of(fact);
    }
}
