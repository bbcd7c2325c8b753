package dev.plaindeal.score;

import java.util.ArrayList;
import java.util.List;

/**
 * A promotion, or a stack of them in its basket, as the buyer meets it. The order of the layers means nothing.
 *
 * @param context what is around the layers
 * @param layers at least one
 */
public record PresentedTerms(PresentedContext context, List<LayerTerms> layers) {

    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException when there is no layer
     */
    public PresentedTerms {
        layers = List.copyOf(layers);
        if (layers.isEmpty()) {
            throw new IllegalArgumentException("there is nothing to score without a layer");
        }
    }

    /** The same layers in another context. */
    public PresentedTerms with(PresentedContext other) {
        return new PresentedTerms(other, layers);
    }

    /** The same with one layer changed. */
    public PresentedTerms with(int index, LayerTerms layer) {
        List<LayerTerms> changed = new ArrayList<>(layers);
        changed.set(index, layer);
        return new PresentedTerms(context, changed);
    }

    /** The same with one layer more. */
    public PresentedTerms plus(LayerTerms layer) {
        List<LayerTerms> more = new ArrayList<>(layers);
        more.add(layer);
        return new PresentedTerms(context, more);
    }

    /** The same with one layer less. */
    public PresentedTerms without(int index) {
        List<LayerTerms> fewer = new ArrayList<>(layers);
        fewer.remove(index);
        return new PresentedTerms(context, fewer);
    }
}
