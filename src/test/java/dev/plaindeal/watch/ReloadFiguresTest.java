package dev.plaindeal.watch;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import dev.plaindeal.Reload;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What one changed file costs, from the folder to the book published: CPU of the whole process, garbage collection and
 * just-in-time compilation too. The full run is {@code mvn -q -B test -Dtest=ReloadFiguresTest -Drules=10000}.
 */
class ReloadFiguresTest {

    private static final int ROUNDS = 20;

    @TempDir
    Path folder;

    @Test
    void oneChangedFileCostsLittleHoweverManyThereAre() {
        int count = Integer.getInteger("rules", 600);
        Rules rules = new Rules(folder);
        for (int i = 0; i < count; i++) {
            write(rules, i, 1 + i % 9, 0);
        }
        double start = cpu();
        ReloadingEngine engine = ReloadingEngine.load(folder);
        double loaded = cpu() - start;
        List<Double> amounts = new ArrayList<>();
        List<Double> conditions = new ArrayList<>();
        for (int round = 1; round <= ROUNDS; round++) {
            write(rules, count / 2, 10 + round, round - 1);
            amounts.add(reload(engine));
            write(rules, count / 2, 10 + round, round);
            conditions.add(reload(engine));
        }
        System.out.printf("%d rules: loaded in %.2f s CPU; one file changed, min/median/max of %d: terms %s, conditions %s%n",
                count, loaded, ROUNDS, spread(amounts), spread(conditions));
        assertThat(Collections.min(conditions)).as("CPU of a reload").isLessThan(loaded / 3);
    }

    private static void write(Rules rules, int i, int dollars, int priorOrders) {
        String conditions = "code == \"CODE" + i + "\", market == \"US\", priorOrders >= " + priorOrders;
        rules.write("promotions/f" + i % 50 + "/p" + i + ".drl", Rules.promotion("p" + i, conditions, dollars));
    }

    private static double reload(ReloadingEngine engine) {
        double start = cpu();
        assertThat(engine.reload()).isInstanceOf(Reload.Published.class);
        return cpu() - start;
    }

    private static double cpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e9;
    }

    private static String spread(List<Double> seconds) {
        List<Double> sorted = seconds.stream().sorted().toList();
        return "%.2f/%.2f/%.2f s".formatted(sorted.get(0), sorted.get(sorted.size() / 2), sorted.get(sorted.size() - 1));
    }
}
