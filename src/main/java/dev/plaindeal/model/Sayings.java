package dev.plaindeal.model;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What rules have said about one fact, and which rule said it, so that two rules which contradict each other are told
 * apart by name instead of the last one winning.
 *
 * <p>Collects while rule files are loaded, in one thread.
 */
abstract class Sayings {

    private record Saying(Object value, String rule, int narrowness) {}

    private final Map<String, Saying> said = new LinkedHashMap<>();
    private String speaker = "";
    private int narrowness;

    /** The rule whose words come next. */
    public final void speaks(String rule) {
        speaks(rule, 0);
    }

    /** The rule whose words come next, and how narrow it is: what a narrower one says holds. */
    public final void speaks(String rule, int narrow) {
        speaker = rule;
        narrowness = narrow;
    }

    /** Keeps what a rule says of a topic; {@link IllegalArgumentException} when another one as narrow has said otherwise. */
    final void say(String topic, Object value) {
        Saying before = said.get(topic);
        if (before == null || before.narrowness() < narrowness) {
            said.put(topic, new Saying(value, speaker, narrowness));
        } else if (before.narrowness() == narrowness && !before.value().equals(value)) {
            throw new IllegalArgumentException(before.rule().equals(speaker)
                    ? topic + " is said twice"
                    : "the rule " + speaker + " contradicts the rule " + before.rule() + ": both say " + topic
                            + ", and not the same");
        }
    }

    /** How narrow the rule is whose words are said. */
    final int narrowness() {
        return narrowness;
    }

    /** How narrow the rule is that said something of a topic. */
    final int narrowness(String topic) {
        return said.get(topic).narrowness();
    }

    /** What was said of a topic. */
    final <T> Optional<T> about(String topic, Class<T> type) {
        return Optional.ofNullable(said.get(topic)).map(entry -> type.cast(entry.value()));
    }
}
