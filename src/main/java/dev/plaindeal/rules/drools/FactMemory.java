package dev.plaindeal.rules.drools;

import dev.plaindeal.rules.grammar.FactField;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Which rules matched facts that were asked about before. Drools decides every fact that is new to it.
 *
 * <p>Two facts are the same to the rules of a shard when they are of one class and hold the same in every field that any of
 * these rules asks of that class; such rules see nothing else, no time and no other fact. Rules that look at lines are asked
 * every time, and with them all others of their shard.
 *
 * <p>It holds texts, numbers and sets of texts, never a fact or its basket, and no more than about as many facts as it was
 * made for: those not asked for longest are forgotten first. A fact of long texts or many is not kept at all. Thread-safe; two threads that
 * ask for the same new fact at once both ask Drools, which says the same to both.
 */
public final class FactMemory {

    /** Texts of a fact that is kept. */
    private static final int MOST_TEXTS = 64;
    /** Characters of them in all. */
    private static final int MOST_CHARACTERS = 1_024;

    private final int half;
    /** What was asked for lately, and what was before that: when the first is half of everything, it takes the place of the second. */
    private volatile Map<Known, List<String>> lately = new ConcurrentHashMap<>();
    private volatile Map<Known, List<String>> before = Map.of();

    /**
     * Of about so many facts; with 0 it keeps none.
     *
     * @throws IllegalArgumentException for less than 0
     */
    public FactMemory(int facts) {
        if (facts < 0) {
            throw new IllegalArgumentException("a memory of " + facts + " facts makes no sense; 0 is none");
        }
        this.half = (facts + 1) / 2;
    }

    /** What the rules of a shard can see of a fact. */
    static final class Known {
        private final Shard shard;
        private final Class<?> kind;
        private final @Nullable Object[] values;
        private final int hash;

        private Known(Shard shard, Class<?> kind, @Nullable Object[] values) {
            this.shard = shard;
            this.kind = kind;
            this.values = values;
            this.hash = 31 * (31 * System.identityHashCode(shard) + kind.hashCode()) + Arrays.hashCode(values);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Known known
                    && hash == known.hash
                    && shard == known.shard
                    && kind == known.kind
                    && Arrays.equals(values, known.values);
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }

    /** What is to be known of this fact, empty where it is not kept. */
    Optional<Known> known(Shard shard, Object fact) {
        if (half == 0 || shard.looksAtLines()) {
            return Optional.empty();
        }
        FactField[] asked = shard.asked(fact.getClass());
        Object[] values = new Object[asked.length];
        int texts = 0;
        for (int i = 0; i < asked.length; i++) {
            Object value = asked[i].of(fact);
            if (value instanceof String) {
                texts++;
            } else if (value instanceof Collection<?> several) {
                texts += several.size();
                value = texts > MOST_TEXTS ? Set.of() : Set.copyOf(several);
            }
            values[i] = value;
        }
        return texts <= MOST_TEXTS ? Optional.of(new Known(shard, fact.getClass(), values)) : Optional.empty();
    }

    /** Counted where something is kept, which is seldom: what was never kept is not found either. */
    private static int characters(Object[] values) {
        int characters = 0;
        for (Object value : values) {
            if (value instanceof String text) {
                characters += text.length();
            } else if (value instanceof Collection<?> texts) {
                for (Object text : texts) {
                    characters += String.valueOf(text).length();
                }
            }
        }
        return characters;
    }

    /** The names of the rules that match it, empty where it is new. */
    Optional<List<String>> recall(Known known) {
        List<String> rules = lately.get(known);
        if (rules != null) {
            return Optional.of(rules);
        }
        List<String> older = before.get(known);
        if (older == null) {
            return Optional.empty();
        }
        put(known, older);
        return Optional.of(older);
    }

    /** From now on it is not new, unless its texts are too long to be kept. */
    void keep(Known known, List<String> rules) {
        if (characters(known.values) <= MOST_CHARACTERS) {
            put(known, List.copyOf(rules));
        }
    }

    private void put(Known known, List<String> rules) {
        Map<Known, List<String>> now = lately;
        now.put(known, rules);
        if (now.size() >= half) {
            before = now;
            lately = new ConcurrentHashMap<>();
        }
    }

    /** How many facts it holds, about. */
    public int size() {
        return lately.size() + before.size();
    }
}
