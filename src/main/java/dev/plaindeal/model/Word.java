package dev.plaindeal.model;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a method as a word that rule files may use after {@code then}; nothing else is callable from a rule file. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Word {

    /** What is settled by the words that name a saving. */
    String SAVING = "what is taken off";

    /** How a saving begins that is a price to pay and not an amount to take off: {@code "for USD 5"}. */
    String FOR_PRICE = "for ";

    /** What the word says, in one sentence a marketer understands. */
    String value();

    /** What it settles together with every other word that settles the same; empty for what no other word settles. */
    String settles() default "";

    /** How often what it settles may be said of one thing. */
    Often often() default Often.ONCE;

    /** Whether its texts are amounts of money that the price depends on; a percentage may stand in place of a saving. */
    boolean ofMoney() default false;

    /** How often something may be said. */
    enum Often {
        /** Once: said again, nobody could tell which of the two is meant. */
        ONCE,
        /** Again, each time with something else: every one adds to what was said before. */
        EACH_DIFFERENT,
        /** Again, with the same too: every one counts. */
        EACH_COUNTS
    }
}
