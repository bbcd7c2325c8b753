package dev.plaindeal.basket;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Says which pool a code that a buyer typed belongs to, so that one rule can be for ten million codes. The host supplies it: a
 * table of its own, {@link #of} for a few codes, or {@code codes.CodeFile} for a sorted file that is never loaded.
 *
 * <p>It is asked once for each code of a basket, and has to be safe for any number of threads at once. What it throws stops
 * the basket from being priced, because without its answer a code would be refused that is good.
 *
 * <p>Worked example: {@code CodeDirectory.of(Map.of("7K2M-QX", "birthday-2026"))} has the code {@code 7K2M-QX} in the pool that
 * a rule asks for with {@code codePool == "birthday-2026"}.
 */
@FunctionalInterface
public interface CodeDirectory {

    /** No code belongs to any pool. */
    CodeDirectory NONE = code -> Optional.empty();

    /**
     * The pool of a code.
     *
     * @param code in {@linkplain Code#normal normal form}, never empty; whatever a buyer typed, so nothing may be concluded from it
     * @return the name of its pool, or empty where the directory does not know the code
     */
    Optional<String> pool(String code);

    /**
     * A directory that is kept in memory.
     *
     * @param poolByCode the pool of each code, however the code is spelt
     * @throws IllegalArgumentException when a name cannot be a pool's, a code cannot be typed, or two spellings of one code are in
     *     two pools
     */
    static CodeDirectory of(Map<String, String> poolByCode) {
        Map<String, String> pools = new HashMap<>();
        poolByCode.forEach((typed, pool) -> {
            PoolName.require(pool);
            CodeLetters.wrong(typed).ifPresent(why -> {
                throw new IllegalArgumentException(why);
            });
            String other = pools.putIfAbsent(Code.normal(typed), pool);
            if (other != null && !other.equals(pool)) {
                throw new IllegalArgumentException("a code belongs to two pools, " + other + " and " + pool);
            }
        });
        return code -> Optional.ofNullable(pools.get(code));
    }
}
