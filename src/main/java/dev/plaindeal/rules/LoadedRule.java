package dev.plaindeal.rules;

import dev.plaindeal.model.Condition;
import dev.plaindeal.problem.Place;
import java.util.List;
import java.util.Optional;

/**
 * What Drools has to know of a rule, and where it belongs among others. Worked out once, because a reload asks it of every
 * rule, changed or not.
 */
final class LoadedRule {

    private final String id;
    private final Class<?> fact;
    private final List<Condition> conditions;
    private final Place place;
    private final Optional<Key> key;
    private final long home;
    private final String drl;

    /**
     * A rule that is understood.
     *
     * @param id its name, unique in its folder
     * @param fact the class it matches
     * @param conditions what it asks
     * @param place where its pattern stands
     */
    LoadedRule(String id, Class<?> fact, List<Condition> conditions, Place place) {
        this.id = id;
        this.fact = fact;
        this.conditions = Key.quickestFirst(conditions);
        this.place = place;
        this.key = Key.of(conditions);
        this.home = Shards.home(id, this.conditions);
        this.drl = Drl.rule(id, fact, this.conditions);
    }

    String id() {
        return id;
    }

    Class<?> fact() {
        return fact;
    }

    /** What it asks, what finds it quickest first. */
    List<Condition> conditions() {
        return conditions;
    }

    Place place() {
        return place;
    }

    Optional<Key> key() {
        return key;
    }

    /** Rules with a home nearby are compiled together. */
    long home() {
        return home;
    }

    /** The rule as Drools is given it. */
    String drl() {
        return drl;
    }
}
