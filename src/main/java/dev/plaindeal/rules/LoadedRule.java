package dev.plaindeal.rules;

import dev.plaindeal.model.Condition;
import dev.plaindeal.problem.Place;
import java.util.List;

/**
 * What Drools has to know of a rule.
 *
 * @param id its name, unique in its folder
 * @param fact the class it matches
 * @param conditions what it asks, those that find it quickest first
 * @param place where its pattern stands
 */
record LoadedRule(String id, Class<?> fact, List<Condition> conditions, Place place) {

    LoadedRule {
        conditions = List.copyOf(conditions);
    }
}
