package dev.plaindeal.rules.drools;

import dev.plaindeal.offer.Condition;
import dev.plaindeal.offer.LinePattern;
import dev.plaindeal.problem.Place;
import java.util.List;
import java.util.Optional;

/**
 * What Drools has to know of a rule, and where it belongs among others. Worked out once, because a reload asks it of every
 * rule, changed or not.
 */
public final class LoadedRule {

    private final String id;
    private final Class<?> fact;
    private final List<Condition> conditions;
    private final List<LinePattern> lines;
    private final Place place;
    private final Optional<RuleKey> key;
    private final long home;
    private final String drl;

    /**
     * A rule that is understood.
     *
     * @param id its name, unique in its folder
     * @param fact the class it matches
     * @param conditions what it asks of it
     * @param lines what else it asks of the basket
     * @param place where its pattern stands
     */
    public LoadedRule(String id, Class<?> fact, List<Condition> conditions, List<LinePattern> lines, Place place) {
        this.id = id;
        this.fact = fact;
        this.conditions = RuleKey.quickestFirst(conditions);
        this.lines = List.copyOf(lines);
        this.place = place;
        this.key = RuleKey.of(conditions);
        this.home = Shards.home(id, this.conditions);
        this.drl = DrlWriter.rule(id, fact, this.conditions, this.lines);
    }

    public String id() {
        return id;
    }

    public Class<?> fact() {
        return fact;
    }

    /** What it asks, what finds it quickest first. */
    public List<Condition> conditions() {
        return conditions;
    }

    /** What else it asks of the basket, in the order written. */
    public List<LinePattern> lines() {
        return lines;
    }

    /** The same rule by its first pattern alone: what has to match before anything else is looked at. */
    LoadedRule first() {
        return lines.isEmpty() ? this : new LoadedRule(id, fact, conditions, List.of(), place);
    }

    public Place place() {
        return place;
    }

    public Optional<RuleKey> key() {
        return key;
    }

    /** Rules with a home nearby are compiled together. */
    public long home() {
        return home;
    }

    /** The rule as Drools is given it. */
    public String drl() {
        return drl;
    }
}
