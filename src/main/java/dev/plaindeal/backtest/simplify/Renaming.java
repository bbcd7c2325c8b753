package dev.plaindeal.backtest.simplify;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What other files say of a promotion by its name, once it has another: that it does not go with it, how simple it has to be, and what buyers
 * are told it is called. The sentence that tells them how it works goes, for it works otherwise.
 */
final class Renaming {

    private static final Pattern NAMING = Pattern.compile("(notWith\\(\\s*\"|\\bpromotion\\s*(?:==|!=)\\s*\"|\\bpromotion\\s+(?:not\\s+)?in\\s*\\()([^)\\n]*)");

    private Renaming() {}

    static String in(String file, String text, String old, String other) {
        return file.startsWith("messages/") ? messages(text, old, other) : rules(text, old, other);
    }

    private static String rules(String text, String old, String other) {
        if (!text.contains(old)) {
            return text;
        }
        Pattern name = Pattern.compile("(?<![\\w.-])" + Pattern.quote(old) + "(?![\\w.-])");
        return NAMING.matcher(text).replaceAll(found ->
                Matcher.quoteReplacement(found.group(1) + name.matcher(found.group(2)).replaceAll(Matcher.quoteReplacement(other))));
    }

    private static String messages(String text, String old, String other) {
        String key = Pattern.quote("promotion." + old + ".");
        return text.replaceAll("(?m)^\\s*" + key + "sentence(?:[^\\n\\\\]|\\\\\\n?)*\\n?", "")
                .replaceAll("(?m)^(\\s*)" + key, "$1" + Matcher.quoteReplacement("promotion." + other + "."));
    }
}
