package dev.plaindeal.price;

import dev.plaindeal.model.Line;
import dev.plaindeal.model.Scope;

/** Whether a line is one of those named, by any of its names. */
final class Names {

    private Names() {}

    static boolean anyOf(Scope.Names names, Line line) {
        return names.skus().contains(line.sku())
                || names.categories().contains(line.category())
                || names.brands().contains(line.brand())
                || names.stores().contains(line.store());
    }
}
