package dev.plaindeal.rules;

import dev.plaindeal.basket.AttributeOwner;
import dev.plaindeal.basket.AttributeValue;
import dev.plaindeal.basket.Attributes;
import dev.plaindeal.basket.Basket;
import dev.plaindeal.model.Moments;
import dev.plaindeal.offer.AttributeField;
import dev.plaindeal.offer.DeclaredAttribute;
import dev.plaindeal.problem.Nearest;
import dev.plaindeal.problem.Place;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.problem.ProblemException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The attributes of the host's own that rule files declare. Immutable and thread-safe. */
public final class DeclaredAttributes {

    /** None. */
    static final DeclaredAttributes NONE = new DeclaredAttributes(Map.of(), Map.of());

    /** Of a basket whose every line is wrong, this many problems are told. */
    private static final int MOST_PROBLEMS = 1_000;

    private final Map<String, DeclaredAttribute> byName;
    private final Map<String, Place> places;

    /** {@code places} are where each is declared. */
    DeclaredAttributes(Map<String, DeclaredAttribute> byName, Map<String, Place> places) {
        this.byName = Collections.unmodifiableMap(new TreeMap<>(byName));
        this.places = Map.copyOf(places);
    }

    /** Where one of them is declared. */
    public Place place(DeclaredAttribute attribute) {
        return Objects.requireNonNull(places.get(attribute.name()), "declared elsewhere");
    }

    /** Each of them, sorted by name. */
    public Collection<DeclaredAttribute> all() {
        return byName.values();
    }

    Set<String> names() {
        return byName.keySet();
    }

    Optional<DeclaredAttribute> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /**
     * Refuses a basket that tells an attribute which no rule file declares, or another value than declared: a slip of the pen
     * there is an offer that a buyer silently loses.
     *
     * @throws ProblemException with every such attribute and its place in the basket's JSON
     */
    public void require(Basket basket) {
        List<Problem> problems = problems(basket);
        if (!problems.isEmpty()) {
            throw new ProblemException(problems);
        }
    }

    private List<Problem> problems(Basket basket) {
        List<Problem> found = new ArrayList<>();
        look(basket.attributes(), AttributeOwner.BASKET, basket, () -> "", found);
        look(basket.buyer().attributes(), AttributeOwner.BUYER, basket, () -> "/buyer", found);
        for (int i = 0; i < basket.stores().size(); i++) {
            int store = i;
            look(basket.stores().get(i).attributes(), AttributeOwner.STORE, basket, () -> "/stores/" + store, found);
        }
        for (int i = 0; i < basket.lines().size(); i++) {
            int line = i;
            look(basket.lines().get(i).attributes(), AttributeOwner.LINE, basket, () -> "/lines/" + line, found);
        }
        return found;
    }

    /** Most things have no attributes, and their pointers are not written. */
    private void look(Attributes told, AttributeOwner owner, Basket basket, Supplier<String> pointer, List<Problem> found) {
        if (told.isEmpty()) {
            return;
        }
        told.byName().forEach((name, value) -> {
            if (found.size() <= MOST_PROBLEMS) {
                String step = name.replace("~", "~0").replace("/", "~1");
                Place place = new Place(basket.id(), 0, 0, pointer.get() + "/attributes/" + step, "");
                problem(name, value, owner, place).map(one -> listed(one, found.size(), basket)).ifPresent(found::add);
            }
        });
    }

    /** The problem, or in its place that there are more of them. */
    private static Problem listed(Problem problem, int before, Basket basket) {
        return before < MOST_PROBLEMS
                ? problem
                : Problem.error(
                        "many-problems",
                        Place.of(basket.id()),
                        "there are more problems; the first " + MOST_PROBLEMS + " are listed",
                        "Mend some and try again.");
    }

    private Optional<Problem> problem(String name, AttributeValue value, AttributeOwner owner, Place place) {
        DeclaredAttribute declared = byName.get(name);
        if (declared == null) {
            return Optional.of(Problem.error(
                    "undeclared-attribute", place, "the rules declare no attribute \"" + name + "\"", undeclared(name, owner)));
        }
        if (declared.owner() != owner) {
            return Optional.of(Problem.error(
                    "wrong-owner",
                    place,
                    "the attribute " + name + " is declared as one of " + declared.owner().words() + ", and " + owner.words()
                            + " has it here",
                    "Tell it of " + declared.owner().words() + "."));
        }
        if (declared.form() == DeclaredAttribute.Form.DAY && !isDay(value)) {
            return Optional.of(Problem.error(
                    "wrong-value",
                    place,
                    "the attribute " + name + " is declared as a day, and here it is " + value.shown(),
                    day(value)));
        }
        if (declared.field().type() != value.type()) {
            return Optional.of(Problem.error(
                    "wrong-type",
                    place,
                    "the attribute " + name + " is declared as " + declared.field().type().words() + ", and here it is "
                            + value.shown(),
                    ""));
        }
        return value instanceof AttributeValue.TextValue text && !declared.admits(text.value())
                ? Optional.of(Problem.error(
                        "wrong-value", place, "the attribute " + name + " is never " + value.shown(), allowed(declared, text.value())))
                : Optional.empty();
    }

    private String undeclared(String name, AttributeOwner owner) {
        List<String> own = byName.values().stream().filter(one -> one.owner() == owner).map(DeclaredAttribute::name).toList();
        return Nearest.hint(name, own, "Declare it in a file in attributes/ of the rules, or leave it out of the basket.");
    }

    private static boolean isDay(AttributeValue value) {
        return value instanceof AttributeValue.TextValue text && AttributeValue.day(text.value()).isPresent();
    }

    private static String day(AttributeValue value) {
        return value instanceof AttributeValue.TextValue text ? Moments.day(text.value()) : Moments.day("");
    }

    /** What was probably meant instead of a text that an attribute may not hold. */
    static String allowed(DeclaredAttribute declared, String text) {
        if (declared.form() == DeclaredAttribute.Form.DAY) {
            return Moments.day(text);
        }
        return Nearest.hint(text, declared.allowed(), "It is one of " + String.join(", ", declared.allowed()) + ".");
    }

    /** What to write instead of an attribute that nobody declares. */
    String meant(AttributeField asked) {
        return Nearest.to(asked.name(), byName.keySet())
                .map(near -> "Maybe " + byName.get(near).field().text() + "?")
                .orElse(byName.isEmpty()
                        ? "Declare it in a file in attributes/, see rules/README.md."
                        : "Declared are " + String.join(", ", byName.keySet()) + ".");
    }
}
