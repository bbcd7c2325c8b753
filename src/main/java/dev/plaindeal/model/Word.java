package dev.plaindeal.model;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a method as a word that rule files may use after {@code then}; nothing else is callable from a rule file. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Word {

    /** What the word says, in one sentence a marketer understands. */
    String value();
}
