package dev.plaindeal.cli;

import dev.plaindeal.backtest.BacktestReport;
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

    /** Whether that file is one of them, by whatever name or link, or would be read as one of a folder: writing it would lose orders. */
    static boolean include(Path output, List<String> names) throws IOException {
        for (String name : names) {
            if (!name.equals(STANDARD) && isRead(Path.of(name), output)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isRead(Path input, Path output) throws IOException {
        if (!Files.isDirectory(input)) {
            return isSame(input, output);
        }
        if (isNamedAsOrders(output) && located(output).startsWith(input.toRealPath())) {
            return true;
        }
        try (Stream<Path> walk = Files.walk(input)) {
            for (Path file : walk.filter(OrderInputs::isNamedAsOrders).filter(Files::isRegularFile).toList()) {
                if (isSame(file, output)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isSame(Path one, Path other) throws IOException {
        return Files.exists(one) && Files.exists(other) ? Files.isSameFile(one, other) : located(one).equals(located(other));
    }

    /** Where it is or will be, links followed as far as the way exists. */
    private static Path located(Path file) throws IOException {
        Path whole = file.toAbsolutePath().normalize();
        Path folder = whole.getParent();
        if (Files.exists(whole) || folder == null) {
            return whole.toRealPath();
        }
        return Files.exists(folder) ? folder.toRealPath().resolve(whole.getFileName()) : whole;
    }

    private static boolean isNamedAsOrders(Path file) {
        return ORDERS.matcher(String.valueOf(file.getFileName())).matches();
    }

    /** Tells the bad lines: the first with their places, the others by their number. */
    static void tellBad(BacktestReport report, Terminal terminal) {
        report.problems().stream().map(Problem::text).forEach(terminal.err()::println);
        if (report.bad() > report.problems().size()) {
            terminal.err().println("... and " + (report.bad() - report.problems().size()) + " more bad lines");
        }
    }

    /** Refuses a report of nothing with a {@link ProblemException}. */
    static void requireAny(BacktestReport report, List<String> names) {
        if (report.orders() + report.bad() == 0) {
            throw new ProblemException(List.of(Problem.error("no-orders", Place.of(String.join(" ", names)), "There is no order here",
                    "An order is a basket in JSON on a line of its own.")));
        }
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
                if (isNamedAsOrders(file)) {
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
