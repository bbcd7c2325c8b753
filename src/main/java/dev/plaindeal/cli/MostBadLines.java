package dev.plaindeal.cli;

import dev.plaindeal.backtest.MostBad;
import dev.plaindeal.money.Percent;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code 100} or {@code 1%}. */
final class MostBadLines implements ITypeConverter<MostBad> {

    @Override
    public MostBad convert(String typed) {
        try {
            if (typed.endsWith("%")) {
                return new MostBad.PartOfLines(Percent.of(typed.substring(0, typed.length() - 1).strip()));
            }
            long lines = Long.parseLong(typed);
            if (lines >= 0) {
                return new MostBad.FixedNumber(lines);
            }
        } catch (IllegalArgumentException | ArithmeticException wrong) {
            throw refused(typed);
        }
        throw refused(typed);
    }

    private static TypeConversionException refused(String typed) {
        return new TypeConversionException("'" + typed + "' is neither a number of lines, 100, nor a part of them, 1%");
    }
}
