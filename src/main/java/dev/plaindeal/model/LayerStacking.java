package dev.plaindeal.model;

import dev.plaindeal.policy.Layer;

/** One layer of one market, for {@code rules/stacking/} to match and say how it stacks. */
public final class LayerStacking extends StackingWords<LayerStacking> {

    private final Layer layer;

    /** A layer in a market, or in {@code any} market where no rule names it. */
    public LayerStacking(Layer layer, String market, String channel) {
        super(market, channel);
        this.layer = layer;
    }

    @Override
    LayerStacking self() {
        return this;
    }

    /** The layer's key, for instance {@code store-coupon}. */
    public String getLayer() {
        return layer.key();
    }

    /** The layer itself; not named like its field, or Drools would ask this instead of the field and never match. */
    public Layer ofLayer() {
        return layer;
    }
}
