package dev.plaindeal.cli;

import dev.plaindeal.policy.Strategy;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a strategy by its key. */
final class StrategyName implements ITypeConverter<Strategy> {

    StrategyName() {}

    @Override
    public Strategy convert(String name) {
        return Strategy.find(name)
                .orElseThrow(() -> new TypeConversionException(
                        "'" + name + "' is no strategy; the strategies are " + Strategy.KEYS.replace(" or ", " and ")));
    }
}
