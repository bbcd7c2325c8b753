package dev.plaindeal.rules.drools;

import dev.plaindeal.model.Line;
import dev.plaindeal.offer.LinePattern.Join;
import dev.plaindeal.offer.LinePattern;
import dev.plaindeal.rules.grammar.FactField;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Of the lines of a basket those that can make a difference to some rules, which spares Drools the others: lines that meet
 * what one of their patterns asks of a line by itself, and of lines that are alike in all that the patterns ask one. Patterns
 * ask whether there is such a line and never how many there are, so nothing else tells two such lines apart.
 */
final class AskedLines {

    private final List<LinePattern> patterns;
    private final Map<String, FactField> byName;
    private final Set<String> fields = new TreeSet<>();

    AskedLines(Collection<LoadedRule> rules, Map<String, FactField> byName) {
        this.patterns = rules.stream().flatMap(rule -> rule.lines().stream()).toList();
        this.byName = byName;
        rules.forEach(this::addFields);
    }

    private void addFields(LoadedRule rule) {
        for (LinePattern pattern : rule.lines()) {
            pattern.conditions().forEach(condition -> fields.add(condition.field()));
            for (Join join : pattern.joins()) {
                fields.add(join.field());
                if (join.pattern() > 0) {
                    fields.add(join.other());
                }
            }
        }
    }

    List<Line> of(List<Line> lines) {
        List<Line> asked = new ArrayList<>();
        Set<List<Object>> seen = new HashSet<>();
        for (Line line : lines) {
            if (isAsked(line) && seen.add(values(line))) {
                asked.add(line);
            }
        }
        return asked;
    }

    private boolean isAsked(Line line) {
        for (LinePattern pattern : patterns) {
            if (pattern.conditions().stream().allMatch(asked -> asked.meets(byName.get(asked.field()).of(line)))) {
                return true;
            }
        }
        return false;
    }

    private List<Object> values(Line line) {
        List<Object> values = new ArrayList<>(fields.size());
        for (String field : fields) {
            values.add(byName.get(field).of(line));
        }
        return values;
    }
}
