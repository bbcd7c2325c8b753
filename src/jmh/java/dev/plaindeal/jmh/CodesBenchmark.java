package dev.plaindeal.jmh;

import dev.plaindeal.codes.CodeFile;
import dev.plaindeal.codes.CodeLists;
import dev.plaindeal.codes.CodeOrder;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** One code looked up in a file of many, which the system has in memory: one that is there, and one that is not. */
public class CodesBenchmark extends Timing {

    private static final int ASKED = 4_096;
    private static final String POOL = "birthday";

    /** A file and codes to look up in it, none of them twice in a row. */
    @State(Scope.Benchmark)
    public static class Pool {
        @Param({"1000000", "10000000"})
        int codes;

        private final List<String> there = new ArrayList<>();
        private Optional<Path> folder = Optional.empty();
        private CodeFile file;
        private int next;

        @Setup
        public void make() throws IOException {
            Path made = Files.createTempDirectory("codes-");
            folder = Optional.of(made);
            Path path = made.resolve("codes.txt");
            CodeLists.alone(written -> {}).make(new CodeOrder(POOL, codes, CodeOrder.USUAL_LENGTH, ""), path);
            file = CodeFile.open(path);
            pick(path);
        }

        private void pick(Path path) throws IOException {
            try (BufferedReader lines = Files.newBufferedReader(path)) {
                lines.readLine();
                for (int i = 0; there.size() < ASKED; i++) {
                    String line = lines.readLine();
                    if (i % (codes / ASKED) == 0) {
                        there.add(line.substring(0, line.indexOf('\t')));
                    }
                }
            }
            Collections.shuffle(there, new Random(1));
            if (!there.stream().allMatch(code -> file.pool(code).equals(Optional.of(POOL)) && file.pool(code + "2").isEmpty())) {
                throw new IllegalStateException("a code is not found, or one that is none");
            }
        }

        String code() {
            next = (next + 1) % ASKED;
            return there.get(next);
        }

        @TearDown
        public void delete() throws IOException {
            if (folder.isPresent()) {
                Files.deleteIfExists(folder.get().resolve("codes.txt"));
                Files.deleteIfExists(folder.get());
            }
        }
    }

    @Benchmark
    public Optional<String> codeThatIsThere(Pool pool) {
        return pool.file.pool(pool.code());
    }

    @Benchmark
    public Optional<String> codeThatIsNot(Pool pool) {
        return pool.file.pool(pool.code() + "2");
    }
}
