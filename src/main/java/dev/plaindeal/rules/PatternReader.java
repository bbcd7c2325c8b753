package dev.plaindeal.rules;

import dev.plaindeal.basket.AttributeOwner;
import dev.plaindeal.basket.AttributeType;
import dev.plaindeal.model.Line;
import dev.plaindeal.offer.AttributeField;
import dev.plaindeal.offer.Condition.Operator;
import dev.plaindeal.offer.Condition;
import dev.plaindeal.offer.DeclaredAttribute;
import dev.plaindeal.offer.PriceField;
import dev.plaindeal.offer.Scope;
import dev.plaindeal.problem.Nearest;
import dev.plaindeal.rules.grammar.FactField;
import dev.plaindeal.rules.grammar.FactFields;
import dev.plaindeal.rules.grammar.FieldValues;
import dev.plaindeal.rules.grammar.FileProblems;
import dev.plaindeal.rules.grammar.RuleFolder;
import dev.plaindeal.rules.grammar.RuleTree.Constraint;
import dev.plaindeal.rules.grammar.RuleTree.Literal;
import dev.plaindeal.rules.grammar.RuleTree.Name;
import dev.plaindeal.rules.grammar.RuleTree.Pattern;
import dev.plaindeal.rules.grammar.SourceSpot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Understands a pattern: known fact, known fields, values of the right kind. */
final class PatternReader {

    /** What somebody may call a price that is not asked for so. */
    private static final Set<String> DAYS_OF_BUYER = Set.of("validForDays", "inMonthOf", "onDayOf");
    private static final String PRICE = "(?i).*(price|cost|amount|money).*";

    private final RuleFolder vocabulary;
    private final FactFields fields;
    private final DeclaredAttributes attributes;
    private final FileProblems findings;

    PatternReader(RuleFolder vocabulary, FactFields fields, DeclaredAttributes attributes, FileProblems findings) {
        this.vocabulary = vocabulary;
        this.fields = fields;
        this.attributes = attributes;
        this.findings = findings;
    }

    /** The fact's class, or empty when there is no such fact, which is then reported. */
    Optional<Class<?>> fact(Pattern pattern) {
        Optional<Class<?>> fact = Optional.ofNullable(vocabulary.facts().get(pattern.fact().text()));
        if (fact.isEmpty()) {
            List<String> known = vocabulary.facts().keySet().stream().sorted().toList();
            findings.error(
                    "unknown-fact",
                    pattern.fact().at(),
                    "rules in " + vocabulary.folder() + "/ cannot ask about " + pattern.fact().text(),
                    meantFact(pattern.fact().text(), known));
        }
        return fact;
    }

    private String meantFact(String name, List<String> known) {
        String all = "They can ask about " + String.join(", ", known) + ".";
        return vocabulary.isPromotions()
                ? NamesElsewhere.hint(NamesElsewhere.FACTS, name, known, all)
                : Nearest.hint(name, known, all);
    }

    /** What the pattern asks, as far as it makes sense. */
    List<Condition> conditions(Pattern pattern, Class<?> fact) {
        List<Condition> conditions = new ArrayList<>();
        for (Constraint constraint : pattern.constraints()) {
            if (constraint.reference().isEmpty() && !findings.isFull() && findings.noneIn(constraint.field().at(), constraint.after())) {
                field(constraint, fact).flatMap(field -> condition(constraint, field)).ifPresent(conditions::add);
            }
        }
        return conditions;
    }

    Optional<FactField> field(Constraint constraint, Class<?> fact) {
        return field(constraint.field(), fact);
    }

    /** The field, or empty when the fact has none such, which is then reported. */
    Optional<FactField> field(Name named, Class<?> fact) {
        Optional<FactField> field = fields.find(fact, named.text());
        Optional<AttributeField> attribute = AttributeField.find(named.text());
        if (field.isEmpty() && attribute.isPresent() && vocabulary.isPromotions()) {
            refuseAttribute(named, attribute.get(), fact);
        } else if (field.isEmpty()) {
            findings.error(
                    "unknown-field", named.at(), fact.getSimpleName() + " has no field " + named.text(), meant(named.text(), fact));
        }
        return field;
    }

    private String meant(String name, Class<?> fact) {
        if (vocabulary.isPromotions() && (PriceField.find(name).isPresent() || fact == Line.class && name.matches(PRICE))) {
            return "A price is asked of a line, beside an amount: exists Line( pricedFrom(\"USD 50\") == true ), or pricedTo.";
        }
        Set<String> known = fields.of(fact).keySet();
        String all = "It has " + String.join(", ", known) + ".";
        return vocabulary.isPromotions() && fact != Line.class
                ? NamesElsewhere.hint(NamesElsewhere.FIELDS, name, known, all)
                : Nearest.hint(name, known, all);
    }

    private void refuseAttribute(Name named, AttributeField asked, Class<?> fact) {
        Optional<DeclaredAttribute> declared = attributes.find(asked.name());
        if (declared.isEmpty()) {
            findings.error(
                    "unknown-attribute", named.at(), "there is no attribute " + asked.name(), attributes.meant(asked));
        } else if (declared.get().field().type() != asked.type()) {
            findings.error(
                    "wrong-type",
                    named.at(),
                    "the attribute " + asked.name() + " is " + declared.get().field().type().words() + ", not " + asked.type().words(),
                    "Write " + declared.get().field().text() + ".");
        } else {
            findings.error(
                    "wrong-owner",
                    named.at(),
                    "the attribute " + asked.name() + " is one of " + declared.get().owner().words() + ", and "
                            + fact.getSimpleName() + " has no such",
                    asker(declared.get()));
        }
    }

    /** What lines have in common is one of their own texts, or a text attribute that is declared. */
    void requireAlike(WordBook.Said said) {
        if (!said.name().equals("eachAlone")) {
            return;
        }
        String what = ((String) said.arguments()[0]).strip();
        boolean own = Scope.Counting.alike(what).by() != Scope.Counting.By.ATTRIBUTE;
        boolean declared = attributes.find(what)
                .filter(attribute -> attribute.owner() == AttributeOwner.LINE && attribute.field().type() == AttributeType.TEXT)
                .isPresent();
        if (!own && !declared) {
            findings.error(
                    "unknown-attribute",
                    said.at(),
                    "eachAlone: lines have no text \"" + what + "\" to be alike in",
                    "Say \"sku\", \"brand\", \"category\" or \"store\", or declare a text attribute of lines in attributes/.");
        }
    }

    /** The day that days of the buyer are counted from is declared as one. */
    void requireDay(WordBook.Said said) {
        if (!DAYS_OF_BUYER.contains(said.name())) {
            return;
        }
        String name = Arrays.stream(said.arguments()).filter(String.class::isInstance).map(String.class::cast).findFirst().orElseThrow();
        boolean declared = attributes.find(name.strip())
                .filter(attribute -> attribute.owner() == AttributeOwner.BUYER && attribute.form() == DeclaredAttribute.Form.DAY)
                .isPresent();
        if (!declared) {
            findings.error(
                    "unknown-attribute",
                    said.at(),
                    said.name() + ": buyers have no day \"" + name + "\"",
                    "Declare it in attributes/: $attribute.ofBuyer().day() and what the buyer reads of it, with says.");
        }
    }

    private static String asker(DeclaredAttribute declared) {
        return switch (declared.owner()) {
            case STORE -> "Ask for it where a store's offer is matched, for instance StoreBasket.";
            case LINE -> "Ask for it of a line: exists Line( " + declared.field().text() + " ... )";
            case BASKET, BUYER -> "Ask for it in the first pattern.";
        };
    }

    private Optional<Condition> condition(Constraint constraint, FactField field) {
        if (!field.type().operators().contains(constraint.operator())) {
            refuseOperator(constraint, field);
            return Optional.empty();
        }
        List<Object> values = new ArrayList<>();
        for (Literal literal : constraint.values()) {
            value(literal, field).ifPresent(values::add);
        }
        boolean all = values.size() == constraint.values().size();
        return all ? Optional.of(new Condition(field.name(), constraint.operator(), values, attribute(field))) : Optional.empty();
    }

    private Optional<DeclaredAttribute> attribute(FactField field) {
        return AttributeField.find(field.name()).flatMap(asked -> attributes.find(asked.name()));
    }

    private void refuseOperator(Constraint constraint, FactField field) {
        String can = field.type().operators().stream().map(Operator::text).collect(Collectors.joining(", "));
        findings.error(
                "wrong-comparison",
                constraint.at(),
                field.name() + " cannot be compared with " + constraint.operator().text(),
                "It can be compared with " + can + ".");
    }

    private Optional<Object> value(Literal literal, FactField field) {
        if (!field.type().admits(literal.value())) {
            findings.error(
                    "wrong-type",
                    literal.at(),
                    field.name() + " is compared with " + field.type().takes() + ", not with " + shown(literal.value()),
                    hint(literal.value(), field));
            return Optional.empty();
        }
        return literal.value() instanceof String text ? text(text, literal.at(), field) : Optional.of(literal.value());
    }

    private Optional<Object> text(String text, SourceSpot at, FactField field) {
        Optional<DeclaredAttribute> attribute = attribute(field).filter(declared -> !declared.admits(text));
        if (attribute.isPresent()) {
            findings.error(
                    "wrong-value",
                    at,
                    "the attribute " + attribute.get().name() + " is never \"" + text + "\"",
                    DeclaredAttributes.allowed(attribute.get(), text));
            return Optional.empty();
        }
        FieldValues values = vocabulary.values(field.name());
        if (values.admits(text)) {
            return Optional.of(normal(text, values.normal(text), at, field));
        }
        findings.error("wrong-value", at, values.refusal(field.name(), text), values.hint(text));
        return Optional.empty();
    }

    /** Facts carry codes in one form alone, and Drools compares letter by letter: written otherwise, none would ever match there. */
    private String normal(String text, String normal, SourceSpot at, FactField field) {
        if (!normal.equals(text)) {
            findings.error(
                    "not-normal",
                    at,
                    "a " + field.name() + " is written in its plain form, in capitals and without blanks: buyers may type it as they like",
                    "Write \"" + normal + "\"; plaindeal fmt does it for you.");
        }
        return normal;
    }

    private static String hint(Object value, FactField field) {
        if (value instanceof String text && field.type() == FactField.Type.NUMBER) {
            return text.matches("[0-9]{1,9}") ? "Write " + text + " without quotes." : "";
        }
        if (value instanceof String text && field.type() == FactField.Type.YES_NO) {
            return "Write true or false without quotes.";
        }
        return field.type().admits("") ? "Write \"" + value + "\"." : "";
    }

    private static String shown(Object value) {
        return value instanceof String text ? "\"" + text + "\"" : String.valueOf(value);
    }
}
