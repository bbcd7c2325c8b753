package dev.plaindeal.text;

import java.lang.Character.UnicodeScript;
import java.util.Set;

/**
 * The one table of characters that leave no mark of their own, turn the direction of reading, move a cursor, end a line or
 * are no character at all: controls, directions, zero-width signs, fillers, separators, tags, halves of pairs.
 *
 * <p>Blanks with a width are none of them. Some scripts cannot be written without a few hidden characters; {@link #firstIn}
 * lets those stand where they are needed.
 */
public final class Hidden {

    private static final int NON_JOINER = 0x200C;
    private static final int JOINER = 0x200D;

    /** Scripts whose letters join, and in which a joiner or non-joiner changes what is read. */
    private static final Set<UnicodeScript> JOINING = Set.of(
            UnicodeScript.ARABIC, UnicodeScript.SYRIAC, UnicodeScript.NKO, UnicodeScript.MONGOLIAN,
            UnicodeScript.DEVANAGARI, UnicodeScript.BENGALI, UnicodeScript.GURMUKHI, UnicodeScript.GUJARATI,
            UnicodeScript.ORIYA, UnicodeScript.TAMIL, UnicodeScript.TELUGU, UnicodeScript.KANNADA,
            UnicodeScript.MALAYALAM, UnicodeScript.SINHALA, UnicodeScript.KHMER, UnicodeScript.MYANMAR);

    private Hidden() {}

    /** Whether this character is hidden, wherever it stands. A line feed and a tab are. */
    public static boolean is(int c) {
        if (c < 0x7F) {
            return c < ' ';
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE -> true;
            case Character.FORMAT -> !isNumberSign(c);
            default -> isIgnorable(c) || (c & 0xFFFE) == 0xFFFE || c >= 0xFDD0 && c <= 0xFDEF;
        };
    }

    /** Of the category of hidden signs, but drawn around the digits that follow. */
    private static boolean isNumberSign(int c) {
        return c >= 0x0600 && c <= 0x0605 || c == 0x06DD || c == 0x070F || c == 0x08E2 || c == 0x110BD || c == 0x110CD;
    }

    /** Letters and marks that are drawn as nothing, or as a blank. */
    private static boolean isIgnorable(int c) {
        return c == 0x034F
                || c == 0x115F
                || c == 0x1160
                || c == 0x17B4
                || c == 0x17B5
                || c >= 0x180B && c <= 0x180F
                || c >= 0x2060 && c <= 0x206F
                || c == 0x2800
                || c == 0x3164
                || isVariation(c)
                || c == 0xFFA0
                || c >= 0xFFF0 && c <= 0xFFF8
                || c >= 0xE0000 && c <= 0xE0FFF;
    }

    private static boolean isVariation(int c) {
        return c >= 0xFE00 && c <= 0xFE0F || c >= 0xE0100 && c <= 0xE01EF;
    }

    /**
     * Where the first hidden character stands, -1 where there is none. Left out are those that what stands beside them
     * needs: joiners between letters of scripts that join, and what makes one emoji or ideograph out of several characters.
     */
    public static int firstIn(String text) {
        int i = 0;
        // Nearly all names are ASCII, and a basket has dozens.
        while (i < text.length() && text.charAt(i) >= ' ' && text.charAt(i) < 0x7F) {
            i++;
        }
        while (i < text.length() && !isAt(text, i)) {
            i += Character.charCount(text.codePointAt(i));
        }
        return i < text.length() ? i : -1;
    }

    /**
     * The same for a sentence of a language: where its letters run from right to left, marks of direction may stand among
     * them. What turns text round may not.
     */
    public static boolean isInSentence(String sentence, int index) {
        return isAt(sentence, index) && !(isMark(sentence.charAt(index)) && isRightToLeft(sentence));
    }

    static boolean isMark(int c) {
        return c == 0x200E || c == 0x200F || c == 0x061C;
    }

    /** Whether any letter runs from right to left. */
    static boolean isRightToLeft(String text) {
        return text.codePoints().anyMatch(Hidden::isRightToLeft);
    }

    private static boolean isRightToLeft(int c) {
        byte direction = Character.getDirectionality(c);
        return Character.isLetter(c)
                && (direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                        || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC);
    }

    /** Whether the character that begins at this index is hidden and not needed there, as {@link #firstIn} has it. */
    public static boolean isAt(String text, int index) {
        int c = text.codePointAt(index);
        return is(c) && !isNeeded(c, text, index);
    }

    private static boolean isNeeded(int c, String text, int index) {
        if (c == JOINER || c == NON_JOINER) {
            int end = index + 1;
            int next = end < text.length() ? text.codePointAt(end) : ' ';
            return isJoining(text, index) && (c == JOINER || isJoining(next))
                    || c == JOINER && isSymbol(text, index) && isSymbol(next);
        }
        return isVariation(c) && index > 0 && varies(text.codePointBefore(index));
    }

    /** Whether a letter that joins stands before the index, with or without marks on it. */
    private static boolean isJoining(String text, int index) {
        int i = index;
        while (i > 0 && UnicodeScript.of(text.codePointBefore(i)) == UnicodeScript.INHERITED && !is(text.codePointBefore(i))) {
            i -= Character.charCount(text.codePointBefore(i));
        }
        return i > 0 && isJoining(text.codePointBefore(i));
    }

    private static boolean isJoining(int c) {
        return Character.isLetter(c) && JOINING.contains(UnicodeScript.of(c)) || isSignOfJoining(c);
    }

    /** Vowel signs and the sign that takes a vowel away. */
    private static boolean isSignOfJoining(int c) {
        int type = Character.getType(c);
        return (type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK)
                && !is(c)
                && JOINING.contains(UnicodeScript.of(c));
    }

    /** Whether an emoji stands before the index, with or without the sign that it is one. */
    private static boolean isSymbol(String text, int index) {
        boolean varied = index > 1 && text.charAt(index - 1) == 0xFE0F;
        int end = varied ? index - 1 : index;
        return end > 0 && isSymbol(text.codePointBefore(end));
    }

    private static boolean isSymbol(int c) {
        int type = Character.getType(c);
        return type == Character.OTHER_SYMBOL && !is(c) || c >= 0x1F3FB && c <= 0x1F3FF;
    }

    /** Ideographs have variants; a sign, a digit or an arrow has one as an emoji. */
    private static boolean varies(int c) {
        boolean sign = !Character.isLetter(c) && Character.getType(c) != Character.NON_SPACING_MARK;
        return !is(c) && (Character.isIdeographic(c) || sign && !Character.isSpaceChar(c));
    }
}
