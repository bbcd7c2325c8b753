package dev.plaindeal.rules.grammar;

import dev.plaindeal.model.Line;
import dev.plaindeal.offer.AttributeField;
import dev.plaindeal.offer.Condition.Operator;
import dev.plaindeal.offer.PriceField;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Something a rule can ask of a fact.
 *
 * @param name how rule files write it
 * @param type what it holds
 * @param getter reads it
 * @param arguments what the getter is asked with: nothing, the name of an attribute or a price
 */
public record FactField(String name, Type type, Method getter, List<Object> arguments) {

    /** What nearly all are asked with; made once, as each evaluation reads dozens. */
    private static final Object[] NOTHING = {};

    /** Spares each reading the check whether it is allowed. */
    public FactField {
        arguments = List.copyOf(arguments);
        getter.setAccessible(true);
    }

    /** What a field can hold, and how that compares. */
    public enum Type {
        /** A text. */
        TEXT(
                "a text in double quotes",
                String.class,
                EnumSet.of(Operator.IS, Operator.IS_NOT, Operator.IN, Operator.NOT_IN)),
        /** Yes or no. */
        YES_NO("true or false", Boolean.class, EnumSet.of(Operator.IS, Operator.IS_NOT)),
        /** A whole number. */
        NUMBER(
                "a whole number",
                Integer.class,
                EnumSet.complementOf(EnumSet.of(Operator.CONTAINS, Operator.NOT_CONTAINS))),
        /** Several texts. */
        TEXTS("a text in double quotes", String.class, EnumSet.of(Operator.CONTAINS, Operator.NOT_CONTAINS));

        private final String takes;
        private final Class<?> literal;
        private final Set<Operator> operators;

        Type(String takes, Class<?> literal, Set<Operator> operators) {
            this.takes = takes;
            this.literal = literal;
            this.operators = operators;
        }

        /** What is compared with it, for a message. */
        public String takes() {
            return takes;
        }

        public boolean admits(Object value) {
            return literal.isInstance(value);
        }

        public Set<Operator> operators() {
            return operators;
        }
    }

    /** Every field of a fact class, by name: its public getters, or its components when it is a record. */
    public static Map<String, FactField> of(Class<?> fact) {
        Map<String, FactField> fields = new TreeMap<>();
        for (Method method : fact.getMethods()) {
            if (method.getParameterCount() == 0
                    && !Modifier.isStatic(method.getModifiers())
                    && method.getDeclaringClass() != Object.class) {
                type(method.getReturnType())
                        .flatMap(type -> name(method).map(name -> new FactField(name, type, method, List.of())))
                        .ifPresent(field -> fields.put(field.name(), field));
            }
        }
        return fields;
    }

    /** An attribute of the host's own that facts of this class can be asked for. */
    static FactField of(Class<?> fact, AttributeField asked) {
        Type type = switch (asked.type()) {
            case TEXT -> Type.TEXT;
            case NUMBER -> Type.NUMBER;
            case FLAG -> Type.YES_NO;
        };
        return new FactField(asked.text(), type, method(fact, asked.type().key(), String.class), List.of(asked.name()));
    }

    /** A line's price beside an amount. */
    static FactField of(PriceField asked) {
        return new FactField(asked.text(), Type.YES_NO, method(Line.class, "isPriced", PriceField.class), List.of(asked));
    }

    private static Method method(Class<?> fact, String name, Class<?> takes) {
        try {
            return fact.getMethod(name, takes);
        } catch (NoSuchMethodException missing) {
            throw new IllegalStateException(fact + " has no method " + name, missing);
        }
    }

    private static Optional<Type> type(Class<?> returned) {
        if (returned == String.class) {
            return Optional.of(Type.TEXT);
        }
        if (returned == boolean.class) {
            return Optional.of(Type.YES_NO);
        }
        if (returned == int.class) {
            return Optional.of(Type.NUMBER);
        }
        return Collection.class.isAssignableFrom(returned) ? Optional.of(Type.TEXTS) : Optional.empty();
    }

    private static Optional<String> name(Method method) {
        String name = method.getName();
        if (method.getDeclaringClass().isRecord()) {
            return isObjectMethod(name) ? Optional.empty() : Optional.of(name);
        }
        if (name.startsWith("get") && name.length() > 3) {
            return Optional.of(lower(name.substring(3)));
        }
        boolean is = name.startsWith("is") && name.length() > 2 && method.getReturnType() == boolean.class;
        return is ? Optional.of(lower(name.substring(2))) : Optional.empty();
    }

    private static boolean isObjectMethod(String name) {
        return name.equals("hashCode") || name.equals("toString");
    }

    private static String lower(String name) {
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    /** What this fact holds in it; null for a number of the host's own that is not told. */
    public @Nullable Object of(Object fact) {
        try {
            return getter.invoke(fact, arguments.isEmpty() ? NOTHING : arguments.toArray());
        } catch (IllegalAccessException | InvocationTargetException broken) {
            throw new IllegalStateException("the field " + name + " of " + fact.getClass() + " cannot be read", broken);
        }
    }
}
