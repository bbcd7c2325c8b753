package dev.plaindeal.cli;

import dev.plaindeal.backtest.generate.OrderGenerator;
import dev.plaindeal.backtest.generate.OrderProfile;
import dev.plaindeal.problem.Place;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.problem.ProblemException;
import dev.plaindeal.verify.WholeFile;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.zip.GZIPOutputStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Makes up orders to try a backtest on. */
@Command(
        name = "generate-orders",
        mixinStandardHelpOptions = true,
        description = "Makes up orders from stated distributions: JSON lines in the order of time, the same bytes for the same seed.",
        footer = {
            "",
            "Examples:",
            "  plaindeal generate-orders --count 1000000 --seed 7 --out orders.jsonl.gz",
            "  plaindeal generate-orders --count 10 --seed 7",
            "  plaindeal generate-orders --print-profile > profile.json",
            "  plaindeal generate-orders --count 1000 --seed 7 --profile profile.json --out orders.jsonl",
            "",
            "A profile says for each market how its orders are distributed; the packed one fits the packed rules. Everything is",
            "drawn independently, so that such orders say nothing about real buyers.",
            "",
            "Exit codes: 0 the orders are written, 1 the profile has a mistake or the file cannot be written, 2 wrong usage."
        })
final class GenerateOrders implements Callable<Integer> {

    private static final int BUFFER = 1 << 16;

    private final Terminal terminal;

    @Option(names = "--count", paramLabel = "N", description = "How many orders.")
    private Optional<Long> count = Optional.empty();

    @Option(names = "--seed", paramLabel = "S", description = "A whole number; another gives other orders. Default: 1.")
    private long seed = 1;

    @Option(names = "--profile", paramLabel = "FILE", description = "How they are distributed. Default: the packed profile.")
    private Optional<String> profile = Optional.empty();

    @Option(names = "--out", paramLabel = "FILE", description = "A new file, packed where its name ends in .gz. Default: standard output.")
    private Optional<Path> out = Optional.empty();

    @Mixin
    private WorkersOption workers = new WorkersOption();

    @Option(names = "--print-profile", description = "Print the packed profile, and make no orders.")
    private boolean printsProfile;

    @Spec
    private CommandSpec spec;

    GenerateOrders(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        if (printsProfile) {
            terminal.out().print(OrderProfile.packedText());
            return 0;
        }
        long orders = count.filter(many -> many >= 0).orElseThrow(
                () -> new ParameterException(spec.commandLine(), "Say how many: --count N, a number of 0 or more."));
        OrderGenerator generator = new OrderGenerator(profile.map(this::read).orElseGet(OrderProfile::packed), seed, orders);
        if (out.isPresent()) {
            writeFile(generator, out.get());
        } else {
            generator.write(standardOutput(), workers.number(), made -> {});
        }
        return 0;
    }

    private OrderProfile read(String file) {
        return OrderProfile.read(Inputs.shown(file), Inputs.text(file, terminal).getBytes(StandardCharsets.UTF_8));
    }

    private void writeFile(OrderGenerator generator, Path file) {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new ProblemException(List.of(Problem.error(
                    "file-exists", Place.of(file.toString()), "this file is there already", "Name another, or delete it.")));
        }
        OrderProgress progress = new OrderProgress(terminal);
        WholeFile.write(file, half -> {
            try (OutputStream to = packed(file, new BufferedOutputStream(Files.newOutputStream(half), BUFFER))) {
                generator.write(to, workers.number(), progress::made);
            }
        });
        progress.end();
    }

    private static OutputStream packed(Path file, OutputStream plain) throws IOException {
        return file.toString().endsWith(".gz") ? new GZIPOutputStream(plain, BUFFER) : plain;
    }

    private OutputStream standardOutput() {
        return new OutputStream() {
            @Override
            public void write(int one) {
                throw new UnsupportedOperationException("whole blocks are written");
            }

            @Override
            public void write(byte[] bytes, int from, int length) {
                terminal.out().print(new String(bytes, from, length, StandardCharsets.UTF_8));
            }
        };
    }
}
