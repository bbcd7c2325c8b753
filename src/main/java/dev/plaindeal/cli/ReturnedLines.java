package dev.plaindeal.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads {@code 1:2,3:1}: two of line 1, one of line 3.
 *
 * @param units how many of which line, by line id
 */
record ReturnedLines(Map<String, Integer> units) {

    /** Reads what was typed; a line's id may itself hold a colon. */
    static final class Converter implements ITypeConverter<ReturnedLines> {

        Converter() {}

        @Override
        public ReturnedLines convert(String typed) {
            Map<String, Integer> units = new LinkedHashMap<>();
            for (String one : typed.split(",", -1)) {
                int colon = one.lastIndexOf(':');
                String count = one.substring(colon + 1);
                if (colon < 1 || !count.matches("[1-9][0-9]{0,6}")) {
                    throw new TypeConversionException(
                            "'" + one + "' is no line and quantity; write LINE:QUANTITY, for instance 1:2,3:1");
                }
                units.merge(one.substring(0, colon), Integer.parseInt(count), ReturnedLines::sum);
            }
            return new ReturnedLines(units);
        }
    }

    private static int sum(int one, int other) {
        try {
            return Math.addExact(one, other);
        } catch (ArithmeticException tooMany) {
            throw new TypeConversionException("a line has no such number of units to return");
        }
    }
}
