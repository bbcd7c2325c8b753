package dev.plaindeal.rules.grammar;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Words and signs of the rule language that rule files here do without: why, and what to write instead.
 *
 * <p>The list only makes messages helpful. What is not in the grammar is refused whether it is listed or not.
 */
public enum RefusedSyntax {
    /** Orders of firing. */
    ORDER(
            "rules cannot see each other's offers, so there is no order in which they fire",
            "Delete it; for a place among offers of one layer write .order(1), for another layer .inLayer(\"...\").",
            "salience agenda-group activation-group ruleflow-group auto-focus lock-on-active no-loop refract main"),
    /** Dates and timers. */
    DATES(
            "when a promotion holds is something it says, so that it can be shown and tested",
            "Write .from(\"2026-11-20\", \"America/New_York\") or .until(...) after then.",
            "date-effective date-expires duration timer calendars"),
    /** Switches. */
    SWITCH(
            "a rule file is live or it is not there",
            "To keep a file from being loaded, let its name begin with _ .",
            "enabled"),
    /** Code. */
    CODE(
            "a rule file holds no code, only conditions and words",
            "Say it with the words listed in rules/README.md, with numbers and texts in quotes.",
            "function eval dialect global new var final static class interface void return if else for while do switch case"
                    + " try catch throw throws synchronized instanceof assert super drools kcontext System Runtime"
                    + " String int long boolean double float char byte short Object public private protected abstract"
                    + " Class Thread ProcessBuilder java javax break continue goto volatile native lambda"),
    /** No value. */
    NOTHING(
            "a field always has a value",
            "A text nobody has told is \"\", a number 0, and a list without something: not contains.",
            "null"),
    /** Facts of one's own. */
    TYPES(
            "the facts a rule can ask about are fixed",
            "Use one of the facts listed in rules/README.md.",
            "declare extends type trait enum window entry-point unit attributes"),
    /** Second patterns. */
    JOIN(
            "a rule asks one fact and lines of the basket, which keeps it quick and lets it be tested alone",
            "Ask for a line with exists Line( ... ), not Line( ... ) or $line : Line( ... ); all else goes into the first pattern.",
            "from accumulate acc groupby collect forall query init action reverse result over"),
    /** Alternatives. */
    OR(
            "a rule's conditions all have to hold; alternatives would be several rules in one",
            "For several values of one field write field in (\"a\", \"b\"); otherwise write a second rule file.",
            "or ||"),
    /** Conjunctions. */
    AND("conditions are separated by commas, which is how and is written here", "Write a comma.", "and && &"),
    /** Negations. */
    NOT(
            "conditions are not turned round as a whole, and only a line of the basket can be asked not to be there",
            "Write field != \"...\", field not in (...) or field not contains \"...\"; behind the first pattern not Line( ... ).",
            "not !"),
    /** Other ways to compare. */
    COMPARE(
            "rule files compare with == != < <= > >=, in, not in, contains and not contains only",
            "Write field == \"...\" or field in (\"a\", \"b\").",
            "matches memberOf soundslike str excludes after before coincides during finishes finishedby includes meets"
                    + " metby overlaps overlappedby starts startedby = ~ ="),
    /** Changing facts. */
    CHANGE(
            "a rule promises an offer and changes nothing else",
            "Say what is promised with the variable: $coupon.percentOff(10);",
            "modify update insert insertLogical logicalInsert retract delete set channels halt"),
    /** Comments of other languages. */
    COMMENT("comments begin with //", "Write // instead.", "#"),
    /** Metadata. */
    METADATA("rules carry no annotations", "Delete it; what people should know goes into a comment.", "@"),
    /** Signs of code. */
    SIGN(
            "this sign belongs to code, and a rule file holds none",
            "Say it with the words listed in rules/README.md.",
            "{ } [ ] -> :: + / % ? ^ | ` - * := += -= ! ~");

    private final String why;
    private final String instead;
    private final List<String> words;

    RefusedSyntax(String why, String instead, String words) {
        this.why = why;
        this.instead = instead;
        this.words = List.of(words.split(" "));
    }

    public String why() {
        return why;
    }

    String instead() {
        return instead;
    }

    /** The reason this word or sign is refused, if it is one people know from elsewhere. */
    static Optional<RefusedSyntax> find(Token token) {
        if (token.is(Token.Kind.TEXT) || token.is(Token.Kind.NUMBER) || token.is(Token.Kind.END)) {
            return Optional.empty();
        }
        return Arrays.stream(values()).filter(r -> r.words.contains(token.text())).findFirst();
    }
}
