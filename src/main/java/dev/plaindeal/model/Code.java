package dev.plaindeal.model;

import java.util.Locale;

/** How coupon codes compare: without regard to case or blanks around them, because buyers type them by hand. */
public final class Code {

    private Code() {}

    /** The form of a code that two spellings of it share. */
    public static String normal(String typed) {
        return typed.strip().toUpperCase(Locale.ROOT);
    }
}
