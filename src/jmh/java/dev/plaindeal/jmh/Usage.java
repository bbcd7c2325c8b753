package dev.plaindeal.jmh;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;

/** What this process has used so far. */
final class Usage {

    private Usage() {}

    /** Seconds of CPU, garbage collection and just-in-time compilation included. */
    static double cpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e9;
    }

    /** Bytes of heap that stay after collection, and of metaspace. */
    static double memory() {
        for (int i = 0; i < 4; i++) {
            System.gc();
        }
        MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        double metaspace = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getName().equals("Metaspace"))
                .mapToLong(pool -> pool.getUsage().getUsed())
                .sum();
        return heap.getUsed() + metaspace;
    }
}
