package dev.plaindeal.cli;

import dev.plaindeal.backtest.OrderFile;
import dev.plaindeal.problem.Place;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.problem.ProblemException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files of orders that are named on the command line: files as they are, and of folders those whose names say so. */
final class OrderInputs {

    private static final String STANDARD = "-";
    private static final Pattern ORDERS = Pattern.compile(".*\\.(jsonl|ndjson|json)(\\.gz)?");

    private final Terminal terminal;
    private final List<OrderFile> files = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    private OrderInputs(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Those files, in the order named, of a folder by name; {@link ProblemException} where one cannot be read or there is none. */
    static List<OrderFile> named(List<String> names, Terminal terminal) {
        OrderInputs inputs = new OrderInputs(terminal);
        names.forEach(inputs::add);
        List<Problem> errors = inputs.problems.stream().filter(Problem::isError).sorted().toList();
        if (!errors.isEmpty()) {
            throw new ProblemException(errors);
        }
        inputs.problems.stream().sorted().map(Problem::text).forEach(terminal.err()::println);
        return inputs.files;
    }

    /** Whether all of it can be read again from the beginning. */
    static Optional<String> readOnce(List<String> names) {
        return names.stream().filter(STANDARD::equals).findFirst();
    }

    private void add(String name) {
        if (name.equals(STANDARD)) {
            files.add(new OrderFile(Inputs.shown(name), "", () -> new FilterInputStream(Inputs.open(name, terminal)) {}));
            return;
        }
        Path path = Path.of(name);
        try {
            if (Files.isDirectory(path)) {
                addFolder(path);
            } else {
                files.add(OrderFile.of(path));
            }
        } catch (IOException failed) {
            problems.add(Inputs.unreadable(name, failed));
        }
    }

    private void addFolder(Path folder) throws IOException {
        int before = files.size();
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
                if (ORDERS.matcher(file.getFileName().toString()).matches()) {
                    files.add(OrderFile.of(file));
                } else {
                    problems.add(Problem.warning("passed-over", Place.of(file.toString()), "This is not read as orders: its name says something else",
                            "Orders of a folder are its files *.jsonl, *.ndjson and *.json, also with .gz behind."));
                }
            }
        }
        if (files.size() == before) {
            problems.add(Problem.error("no-orders", Place.of(folder.toString()), "There are no orders in this folder",
                    "Orders are files *.jsonl, *.ndjson or *.json, also with .gz behind: one order on each line."));
        }
    }
}
