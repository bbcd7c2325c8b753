package dev.plaindeal.basket;

import dev.plaindeal.text.Hidden;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What keeps buyers from typing a code: characters that cannot be seen, and letters of a second script, which look like
 * those of the first.
 *
 * <p>Worked example: in {@code CODE10} with a Cyrillic C in front, U+0421 is the letter that nobody would type.
 */
public final class CodeLetters {

    private static final int MOST = 200;

    /** Scripts that are written beside each other, as Japanese does; none has letters that look like another's. */
    private static final List<Set<UnicodeScript>> TOGETHER = List.of(
            EnumSet.of(UnicodeScript.LATIN, UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA),
            EnumSet.of(UnicodeScript.LATIN, UnicodeScript.HAN, UnicodeScript.BOPOMOFO),
            EnumSet.of(UnicodeScript.LATIN, UnicodeScript.HAN, UnicodeScript.HANGUL));

    private CodeLetters() {}

    /** Why this cannot be a code, a sentence for who wrote the rule; empty when it can. */
    public static Optional<String> wrong(String code) {
        Optional<Integer> unseen = code.codePoints().filter(CodeLetters::isUnseen).boxed().findFirst();
        if (unseen.isPresent()) {
            return Optional.of("the code holds the character " + number(unseen.get()) + ", which nobody sees and nobody types");
        }
        String normal = Code.normal(code);
        if (normal.isEmpty()) {
            return Optional.of("a code is not blank");
        }
        if (normal.length() > MOST) {
            return Optional.of("a code has at most " + MOST + " letters");
        }
        return stranger(normal).map(letter -> "the code mixes letters of two scripts: " + Character.toString(letter) + " is "
                + name(UnicodeScript.of(letter)) + ", " + number(letter));
    }

    private static boolean isUnseen(int c) {
        int type = Character.getType(c);
        return Hidden.is(c) || type == Character.UNASSIGNED || type == Character.PRIVATE_USE;
    }

    /** The first letter of the rarer script, of two equally frequent ones of that which is not Latin. */
    private static Optional<Integer> stranger(String code) {
        List<Integer> letters = code.codePoints().filter(c -> isOfAScript(c)).boxed().toList();
        EnumSet<UnicodeScript> scripts = EnumSet.noneOf(UnicodeScript.class);
        letters.forEach(letter -> scripts.add(UnicodeScript.of(letter)));
        if (scripts.size() < 2 || TOGETHER.stream().anyMatch(set -> set.containsAll(scripts))) {
            return Optional.empty();
        }
        List<UnicodeScript> rarest = new ArrayList<>(scripts);
        rarest.sort((one, other) -> {
            int order = Long.compare(count(letters, one), count(letters, other));
            return order != 0 ? order : Boolean.compare(one == UnicodeScript.LATIN, other == UnicodeScript.LATIN);
        });
        return letters.stream().filter(letter -> UnicodeScript.of(letter) == rarest.get(0)).findFirst();
    }

    private static boolean isOfAScript(int c) {
        UnicodeScript script = UnicodeScript.of(c);
        return script != UnicodeScript.COMMON && script != UnicodeScript.INHERITED;
    }

    private static long count(List<Integer> letters, UnicodeScript script) {
        return letters.stream().filter(letter -> UnicodeScript.of(letter) == script).count();
    }

    private static String name(UnicodeScript script) {
        String name = script.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    private static String number(int c) {
        return String.format(Locale.ROOT, "U+%04X", c);
    }
}
