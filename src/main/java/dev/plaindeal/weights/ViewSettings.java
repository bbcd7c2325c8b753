package dev.plaindeal.weights;

import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * What is said of what buyers see: of some aspects that they are so, of some that they are not, of the others nothing.
 *
 * @param said whether an aspect is so, for those of which it is said
 */
public record ViewSettings(Map<ViewAspect, Boolean> said) {

    /** Nothing is said. */
    public static final ViewSettings NONE = new ViewSettings(Map.of());

    /** An unmodifiable copy. */
    public ViewSettings {
        said = Map.copyOf(said);
    }

    /** What a view has of these aspects. */
    public static ViewSettings of(BuyerView view, Collection<ViewAspect> aspects) {
        Map<ViewAspect, Boolean> said = new EnumMap<>(ViewAspect.class);
        aspects.forEach(aspect -> said.put(aspect, view.has(aspect)));
        return new ViewSettings(said);
    }

    /** The same with what another says, which holds where both say something. */
    public ViewSettings and(ViewSettings other) {
        Map<ViewAspect, Boolean> both = new EnumMap<>(ViewAspect.class);
        both.putAll(said);
        both.putAll(other.said);
        return new ViewSettings(both);
    }

    /** This view as far as nothing else is said. */
    public BuyerView on(BuyerView view) {
        Set<ViewAspect> changed = EnumSet.noneOf(ViewAspect.class);
        changed.addAll(view.aspects());
        said.forEach((aspect, so) -> {
            if (so) {
                changed.add(aspect);
            } else {
                changed.remove(aspect);
            }
        });
        return changed.equals(view.aspects()) ? view : new BuyerView(changed);
    }
}
