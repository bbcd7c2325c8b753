package dev.plaindeal.model;

import dev.plaindeal.basket.AttributeOwner;
import dev.plaindeal.basket.AttributeType;
import dev.plaindeal.offer.AttributeField;
import dev.plaindeal.offer.DeclaredAttribute;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One attribute of the host's own, as the rules in {@code rules/attributes/} see it, and the words that declare it.
 *
 * <p>Collects words while rules run, then {@link #toDeclared} reads them out. Belongs to one thread. Every word throws
 * {@link IllegalArgumentException} with a sentence for the author when what it is given makes no sense.
 */
public final class Attribute {

    private static final String WHOSE = "whose it is";
    private static final String TYPE = "what it holds";
    private static final int LONGEST = 80;

    private final String name;
    private final List<String> allowed = new ArrayList<>();
    private Optional<AttributeOwner> owner = Optional.empty();
    private Optional<AttributeType> type = Optional.empty();
    private DeclaredAttribute.Form form = DeclaredAttribute.Form.FREE;
    private String words = "";
    private boolean buyerChooses;

    /** An attribute nobody has declared yet. */
    public Attribute(String name) {
        this.name = name;
    }

    /** Its name, for instance {@code member-tier}. */
    public String getName() {
        return name;
    }

    @Word(value = "A basket has it.", settles = WHOSE)
    public Attribute ofBasket() {
        owner = Optional.of(AttributeOwner.BASKET);
        return this;
    }

    @Word(value = "The buyer has it.", settles = WHOSE)
    public Attribute ofBuyer() {
        owner = Optional.of(AttributeOwner.BUYER);
        return this;
    }

    @Word(value = "Each store has its own.", settles = WHOSE)
    public Attribute ofStore() {
        owner = Optional.of(AttributeOwner.STORE);
        return this;
    }

    @Word(value = "Each line has its own.", settles = WHOSE)
    public Attribute ofLine() {
        owner = Optional.of(AttributeOwner.LINE);
        return this;
    }

    @Word(value = "It is a text, any one.", settles = TYPE)
    public Attribute text() {
        type = Optional.of(AttributeType.TEXT);
        return this;
    }

    @Word(value = "It is one of these texts, between commas: \"silver, gold\".", settles = TYPE)
    public Attribute text(String allowed) {
        this.allowed.addAll(WordArguments.names(allowed));
        return text();
    }

    @Word(value = "It is a day, written year-month-day: \"2026-11-27\".", settles = TYPE)
    public Attribute day() {
        form = DeclaredAttribute.Form.DAY;
        return text();
    }

    @Word(value = "It is a whole number.", settles = TYPE)
    public Attribute number() {
        type = Optional.of(AttributeType.NUMBER);
        return this;
    }

    @Word(value = "It is yes or no: true or false.", settles = TYPE)
    public Attribute yesNo() {
        type = Optional.of(AttributeType.FLAG);
        return this;
    }

    @Word("What the buyer reads of it: \"member tier\" makes \"member tier gold\".")
    public Attribute says(String words) {
        WordArguments.require(
                !words.isBlank() && words.equals(words.strip()) && words.length() <= LONGEST,
                "what the buyer reads has 1 to " + LONGEST + " characters, and no blanks around them");
        this.words = words;
        return this;
    }

    @Word("The buyer may choose another at the checkout: a promotion that fails by it alone is told as a near miss.")
    public Attribute buyerChooses() {
        buyerChooses = true;
        return this;
    }

    /**
     * What the words say.
     *
     * @throws IllegalArgumentException when they leave out whose it is, what it holds or what the buyer reads, or let the
     *     buyer choose what is not the buyer's to choose
     */
    public DeclaredAttribute toDeclared() {
        AttributeOwner whose = said(owner, "whose it is: ofBasket(), ofBuyer(), ofStore() or ofLine()");
        AttributeType holds = said(type, "what it holds: text(), text(\"one, another\"), number(), yesNo() or day()");
        WordArguments.require(!words.isEmpty(), lacks("what the buyer reads: says(\"" + name.replace('-', ' ') + "\")"));
        WordArguments.require(
                !buyerChooses || isChoosable(whose, holds),
                "buyerChooses() goes with ofBasket() or ofBuyer(), and with text(\"one, another\") or yesNo(): "
                        + "what there is to choose has to be known");
        return new DeclaredAttribute(new AttributeField(holds, name), whose, allowed, words, buyerChooses, form);
    }

    private boolean isChoosable(AttributeOwner whose, AttributeType holds) {
        boolean isKnown = switch (holds) {
            case TEXT -> !allowed.isEmpty();
            case FLAG -> true;
            case NUMBER -> false;
        };
        return isKnown && switch (whose) {
            case BASKET, BUYER -> true;
            case STORE, LINE -> false;
        };
    }

    private <T> T said(Optional<T> word, String what) {
        return word.orElseThrow(() -> new IllegalArgumentException(lacks(what)));
    }

    private String lacks(String what) {
        return "the attribute " + name + " does not say " + what;
    }
}
