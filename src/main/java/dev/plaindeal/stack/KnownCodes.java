package dev.plaindeal.stack;

import dev.plaindeal.basket.Basket;
import dev.plaindeal.basket.Code;
import dev.plaindeal.model.ChanceField;
import dev.plaindeal.offer.Promotion;
import dev.plaindeal.problem.Nearest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The codes of a rule book: whose they are, and which public ones a typed code may have meant. Immutable.
 *
 * <p>Two words one slip apart (a letter missing, added, changed, or two neighbours swapped) share a form when each may
 * lose one letter. The hashes of all forms are kept sorted, so a slip is found without looking at every code.
 */
public final class KnownCodes {

    private static final int HASH_BITS = 32;
    /** Languages in which a small i keeps its dot as a capital. */
    private static final Set<String> DOTTED = Set.of("tr", "az");

    private final Map<String, List<Promotion>> byCode;
    private final Map<String, List<Promotion>> byPool;
    private final String[] announced;
    /** Hash of a form in the upper half, place of its code in the lower. */
    private final long[] forms;

    private KnownCodes(Map<String, List<Promotion>> byCode, Map<String, List<Promotion>> byPool) {
        this.byCode = byCode;
        this.byPool = byPool;
        this.announced = byCode.entrySet().stream()
                .filter(entry -> entry.getValue().stream().anyMatch(Promotion::isAnnounced))
                .map(Map.Entry::getKey)
                .sorted()
                .toArray(String[]::new);
        this.forms = forms(announced);
    }

    /** The codes these promotions ask for, one by one or by their pool. */
    public static KnownCodes of(Collection<Promotion> promotions) {
        return new KnownCodes(by(ChanceField.CODE, promotions), by(ChanceField.CODE_POOL, promotions));
    }

    private static Map<String, List<Promotion>> by(ChanceField field, Collection<Promotion> promotions) {
        Map<String, List<Promotion>> by = new HashMap<>();
        for (Promotion promotion : promotions) {
            for (String value : promotion.mayBe(field.key())) {
                by.computeIfAbsent(value, v -> new ArrayList<>(1)).add(promotion);
            }
        }
        return by;
    }

    private static long[] forms(String[] codes) {
        int count = 0;
        for (String code : codes) {
            count += code.length() + 1;
        }
        long[] forms = new long[count];
        int next = 0;
        for (int i = 0; i < codes.length; i++) {
            for (int left = 0; left <= codes[i].length(); left++) {
                forms[next++] = form(codes[i], left) | i;
            }
        }
        Arrays.sort(forms);
        return forms;
    }

    /** Hash of the word without the letter at this place, in the upper half; at its end the whole word. */
    private static long form(String word, int left) {
        int hash = 0;
        for (int i = 0; i < word.length(); i++) {
            hash = i == left ? hash : 31 * hash + word.charAt(i);
        }
        return (long) hash << HASH_BITS;
    }

    /**
     * The basket with its codes as the rules spell them where only a dot is between: a Turk who types {@code indirim} means
     * {@code \u0130ND\u0130R\u0130M}, and what is printed so is found where a rule file says {@code INDIRIM}. A code that is known as it
     * is typed stays so.
     */
    public Basket spelledAsKnown(Basket basket) {
        return areKnown(basket.codes())
                ? basket
                : basket.withCodes(basket.codes().stream().map(typed -> spelled(typed, basket.locale())).toList());
    }

    private String spelled(String typed, String locale) {
        if (isKnown(typed)) {
            return typed;
        }
        String undotted = Code.normal(typed).replace('\u0130', 'I');
        String dotted = DOTTED.contains(Locale.forLanguageTag(locale).getLanguage()) ? typed.replace('i', '\u0130') : undotted;
        return Stream.of(dotted, undotted).filter(this::isKnown).findFirst().orElse(typed);
    }

    private boolean areKnown(List<String> codes) {
        for (int i = 0; i < codes.size(); i++) {
            if (!isKnown(codes.get(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean isKnown(String typed) {
        return byCode.containsKey(Code.normal(typed));
    }

    /** The promotions that ask for this code in normal form, or for the pool it belongs to; a code without a pool has "". */
    List<Promotion> promotions(String code, String pool) {
        Set<Promotion> asking = new LinkedHashSet<>(byCode.getOrDefault(code, List.of()));
        asking.addAll(byPool.getOrDefault(pool, List.of()));
        return List.copyOf(asking);
    }

    /** The first announced code that is one slip away. */
    Optional<String> meant(String typed) {
        int first = announced.length;
        for (int left = 0; left <= typed.length(); left++) {
            first = Math.min(first, first(typed, form(typed, left)));
        }
        return first == announced.length ? Optional.empty() : Optional.of(announced[first]);
    }

    private int first(String typed, long form) {
        int at = Arrays.binarySearch(forms, form);
        for (int i = at < 0 ? -at - 1 : at; i < forms.length && forms[i] >>> HASH_BITS == form >>> HASH_BITS; i++) {
            if (Nearest.slips(typed, announced[(int) forms[i]]) == 1) {
                return (int) forms[i];
            }
        }
        return announced.length;
    }
}
