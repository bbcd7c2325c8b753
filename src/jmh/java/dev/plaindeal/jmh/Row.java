package dev.plaindeal.jmh;

import java.util.Collection;
import java.util.Comparator;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.util.Statistics;

/**
 * One line of the table.
 *
 * @param what was measured
 * @param size how much of it: live promotions or lines; 0 where there is only one
 * @param least CPU microseconds of the fastest iteration
 * @param median of the middle one
 * @param most of the slowest
 * @param bytes allocated per operation, -1 when not known
 * @param each microseconds by the clock that an operation takes one of its threads
 */
record Row(String what, int size, double least, double median, double most, double bytes, double each) {

    static Row of(RunResult result) {
        Collection<String> keys = result.getParams().getParamsKeys();
        int size = keys.isEmpty()
                ? 0
                : Integer.parseInt(result.getParams().getParam(keys.iterator().next()));
        String name = result.getParams().getBenchmark();
        Statistics cpu = secondary(result, CpuTime.LABEL);
        return new Row(
                name.substring(name.lastIndexOf('.') + 1),
                size,
                cpu.getMin(),
                cpu.getPercentile(50),
                cpu.getMax(),
                secondary(result, "alloc.rate.norm").getMean(),
                result.getPrimaryResult().getScore());
    }

    private static Statistics secondary(RunResult result, String label) {
        return result.getSecondaryResults().entrySet().stream()
                .filter(entry -> entry.getKey().endsWith(label))
                .map(entry -> entry.getValue())
                .max(Comparator.comparing(Result::getScore))
                .orElseThrow()
                .getStatistics();
    }
}
