package dev.plaindeal.jmh;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/** How everything here is measured: short, so that all of it fits one run on a machine that is not idle. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 7, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = {Timing.HEAP, Timing.COLLECTOR})
public abstract class Timing {

    static final String HEAP = "-Xmx1g";
    static final String COLLECTOR = "-XX:+UseSerialGC";
    /** What is compared most is measured in JVMs of its own, because each compiles the same code a little differently. */
    static final int SEVERAL = 3;
}
