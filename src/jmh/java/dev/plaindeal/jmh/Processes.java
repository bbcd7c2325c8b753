package dev.plaindeal.jmh;

import dev.plaindeal.watch.ReloadUnderLoad;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What is measured in processes of its own: loading, reloading, reloads under load, starting. */
final class Processes {

    private static final List<Integer> LIVE = List.of(10, 100, 1000, 10000);
    private static final int MOST = 10000;
    private static final int ROUNDS = 3;
    private static final List<String> LARGE_HEAP = List.of("-Xmx1g");
    private static final List<String> SMALL_HEAP = List.of("-Xmx64m");

    private Processes() {}

    static List<Figure> measured(Path target) throws IOException {
        List<Figure> figures = new ArrayList<>();
        for (int live : LIVE) {
            figures.addAll(loading(live));
        }
        figures.addAll(reloading());
        figures.addAll(Starting.measured(target));
        return figures;
    }

    private static List<Figure> loading(int live) throws IOException {
        List<Double> seconds = new ArrayList<>();
        List<Double> memory = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            String[] said = inFolder(folder -> Ran.java(Loading.class, LARGE_HEAP, live, folder)).said().get(0).split(" ");
            seconds.add(Double.parseDouble(said[0]));
            memory.add(Double.parseDouble(said[1]));
        }
        String what = String.format("loading %,d from text, a fresh JVM", live);
        return List.of(
                new Figure(what, "s CPU", seconds, live == MOST ? "<= 40" : ""),
                new Figure(what + ": heap and metaspace", "MB", memory, live == MOST ? "<= 220" : ""));
    }

    private static List<Figure> reloading() throws IOException {
        List<String> said = inFolder(folder -> Ran.java(Reloading.class, LARGE_HEAP, MOST, folder)).said();
        return Stream.of("words", "conditions")
                .map(kind -> new Figure(
                        String.format("one changed file among %,d, its %s", MOST, kind), "s CPU", values(said, kind), "<= 0.5"))
                .toList();
    }

    private static List<Double> values(List<String> said, String kind) {
        return said.stream()
                .filter(line -> line.startsWith(kind + " "))
                .map(line -> Double.parseDouble(line.substring(kind.length() + 1)))
                .toList();
    }

    /** What the stress test says of itself; it fails when an evaluation does, or when memory grows. */
    static String reloadsUnderLoad() throws IOException {
        List<String> said = inFolder(folder -> Ran.java(ReloadUnderLoad.class, SMALL_HEAP, 200, 4, folder)).said();
        return String.join(System.lineSeparator(), said) + System.lineSeparator();
    }

    private interface InFolder {
        Ran run(Path folder) throws IOException;
    }

    private static Ran inFolder(InFolder work) throws IOException {
        Path folder = Files.createTempDirectory("promotions");
        try {
            return work.run(folder);
        } finally {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }
}
