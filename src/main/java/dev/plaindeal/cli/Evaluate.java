package dev.plaindeal.cli;

import dev.plaindeal.PromotionEngine;
import dev.plaindeal.model.Basket;
import dev.plaindeal.model.Strategy;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.read.Reading;
import dev.plaindeal.report.ProblemJson;
import dev.plaindeal.report.Receipt;
import dev.plaindeal.report.ReceiptJson;
import dev.plaindeal.text.Visible;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prices baskets. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description = "Prices baskets and prints a receipt for each.",
        footer = {
            "",
            "Examples:",
            "  plaindeal evaluate fixtures/article/us-live-three-layers.basket.json",
            "  plaindeal evaluate a.json b.json --rules rules --format json",
            "  cat baskets.jsonl | plaindeal evaluate - --format json",
            "  plaindeal evaluate a.json --frontier",
            "",
            "One basket gives one receipt; several give JSON lines in the same order. A basket that cannot be",
            "read or priced is told on standard error and does not stop the others."
        })
final class Evaluate implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(arity = "1..*", paramLabel = "BASKET", description = "Basket files, or - for standard input (one basket or JSON lines).")
    private List<String> baskets = List.of();

    @Mixin
    private RulesOption rules = new RulesOption();

    @Option(names = "--format", paramLabel = "FORMAT", description = "text or json. Default: text.")
    private Format format = Format.text;

    @Option(
            names = "--strategy",
            paramLabel = "NAME",
            converter = StrategyName.class,
            description = "best-price, simplest, balanced or in-order. Default: what rules/stacking/ says for the market.")
    private Optional<Strategy> strategy = Optional.empty();

    @Option(names = "--frontier", description = "Show every stack that none beats on both saving and simplicity.")
    private boolean frontier;

    /** Forms of output; lower case because the command line is. */
    enum Format {
        /** For people. */
        text,
        /** For machines. */
        json
    }

    Evaluate(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        PromotionEngine engine = rules.engine();
        try (Stream<Reading> readings = baskets.stream().flatMap(this::read)) {
            return all(engine, readings.iterator());
        }
    }

    private Stream<Reading> read(String name) {
        return Inputs.baskets(name, terminal);
    }

    private int all(PromotionEngine engine, Iterator<Reading> readings) {
        int code = 0;
        boolean first = true;
        while (readings.hasNext()) {
            Reading reading = readings.next();
            Answer answer = answer(engine, reading, first && !readings.hasNext());
            if (!first && format == Format.text) {
                terminal.out().println();
            }
            terminal.out().print(answer.text());
            code = Math.max(code, answer.code());
            first = false;
        }
        return code;
    }

    private record Answer(String text, int code) {}

    private Answer answer(PromotionEngine engine, Reading reading, boolean alone) {
        if (reading.basket().isEmpty()) {
            return refused(reading.problems());
        }
        tell(reading);
        try {
            return new Answer(priced(engine, reading.basket().get(), alone), 0);
        } catch (ArithmeticException tooLarge) {
            return refused(List.of(Inputs.tooLarge(reading.basket().get())));
        }
    }

    /** What did not stop the basket from being priced, but somebody should know. */
    private void tell(Reading reading) {
        reading.problems().stream().map(Problem::text).forEach(terminal.err()::println);
        reading.filledIn().ifPresent(moment -> terminal.err()
                .println(Visible.line(reading.basket().get().id()) + ": no moment \"at\" is given; priced for " + moment));
    }

    private String priced(PromotionEngine engine, Basket basket, boolean alone) {
        if (frontier) {
            return FrontierTable.of(engine, basket, format);
        }
        Receipt receipt = strategy.map(s -> engine.evaluate(basket, s)).orElseGet(() -> engine.evaluate(basket));
        if (format == Format.text) {
            return engine.text(receipt, basket.locale());
        }
        return alone ? ReceiptJson.pretty(receipt) : ReceiptJson.line(receipt) + "\n";
    }

    private Answer refused(List<Problem> problems) {
        problems.stream().map(Problem::text).forEach(terminal.err()::println);
        return new Answer(format == Format.json ? ProblemJson.line(problems) + "\n" : "", 1);
    }
}
