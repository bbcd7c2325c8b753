package dev.plaindeal.jmh;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Something measured several times in processes of its own.
 *
 * @param what was measured
 * @param unit of the values
 * @param sorted the values, least first
 * @param target what it is to be, empty where nothing was asked
 */
record Figure(String what, String unit, List<Double> sorted, String target) {

    Figure {
        List<Double> values = new ArrayList<>(sorted);
        values.sort(null);
        sorted = List.copyOf(values);
    }

    double median() {
        return sorted.get(sorted.size() / 2);
    }

    /** One line of the table. */
    String row() {
        return String.format(
                Locale.ROOT, "| %s | %.2f | %.2f | %.2f | %s | %s |%n",
                what, sorted.get(0), median(), sorted.get(sorted.size() - 1), unit, target);
    }
}
