package dev.plaindeal.jmh;

import dev.plaindeal.backtest.BacktestTimes;
import dev.plaindeal.stack.WalletTimes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Measures everything in one run and prints its tables; with JMH's own options, a part of what JMH measures. */
public final class Measure {

    private static final Path TARGET = Path.of("target");
    /** Orders of the backtest that is measured. */
    private static final int BACKTESTED = 5_000;

    private Measure() {}

    /** Arguments are JMH's, for instance a pattern of what to measure and {@code -p live=1000}. */
    public static void main(String[] args) throws RunnerException, CommandLineOptionException, IOException {
        Options options = new OptionsBuilder()
                .parent(new CommandLineOptions(args))
                .addProfiler(GCProfiler.class)
                .addProfiler(CpuTime.class)
                .resultFormat(ResultFormatType.JSON)
                .result(TARGET.resolve("jmh.json").toString())
                .build();
        Collection<RunResult> results = new Runner(options).run();
        List<Row> rows = new ArrayList<>();
        results.forEach(result -> rows.add(Row.of(result)));
        if (args.length == 0) {
            rows.addAll(NodeRival.measured(TARGET));
        }
        System.out.println(Table.of(rows));
        if (args.length == 0) {
            System.out.println(Table.ofFigures(Processes.measured(TARGET)));
            System.out.println(Processes.reloadsUnderLoad());
            System.out.println(WalletTimes.measured());
            System.out.println(BacktestTimes.measured(BACKTESTED, Path.of("rules")));
        }
    }
}
