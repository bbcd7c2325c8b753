package dev.plaindeal;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;

/** Copies of records with one component changed, for tests that put together what no engine makes. */
public final class Records {

    private Records() {}

    public static <R extends Record> R with(R was, String component, Object value) {
        RecordComponent[] components = was.getClass().getRecordComponents();
        Object[] values = new Object[components.length];
        boolean found = false;
        try {
            for (int i = 0; i < values.length; i++) {
                boolean changed = components[i].getName().equals(component);
                values[i] = changed ? value : components[i].getAccessor().invoke(was);
                found |= changed;
            }
            if (!found) {
                throw new IllegalArgumentException(was.getClass() + " has no component " + component);
            }
            Class<?>[] types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            @SuppressWarnings("unchecked")
            R copy = (R) was.getClass().getDeclaredConstructor(types).newInstance(values);
            return copy;
        } catch (ReflectiveOperationException failed) {
            throw new IllegalArgumentException(component + " cannot be " + value, failed);
        }
    }
}
