package dev.plaindeal.cli;

import dev.plaindeal.PromotionEngine;
import dev.plaindeal.basket.Basket;
import dev.plaindeal.policy.Strategy;
import dev.plaindeal.problem.Failure;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.problem.ProblemException;
import dev.plaindeal.read.BasketReading;
import dev.plaindeal.receipt.Receipt;
import dev.plaindeal.text.Visible;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

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
            "  plaindeal evaluate a.json --format buyer --lang ja-JP",
            "  plaindeal evaluate a.json --frontier",
            "  plaindeal evaluate a.json --format tax",
            "  plaindeal evaluate a.json --format html > receipt.html",
            "  plaindeal evaluate a.json --audience price-to-pay,no-spoken",
            "  plaindeal evaluate a.json --at 2026-12-24T18:00+08:00",
            "",
            "One basket gives one receipt; several, and those of standard input, give JSON lines in the same",
            "order, each as soon as its basket is there. A basket that cannot be read or priced is told on",
            "standard error and does not stop the others.",
            "",
            "Exit codes: 0 all are priced, 1 some are not, 2 wrong usage."
        })
final class Evaluate implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(arity = "1..*", paramLabel = "BASKET", description = "Basket files, or - for standard input (one basket or JSON lines).")
    private List<String> baskets = List.of();

    @Mixin
    private RulesOption rules = new RulesOption();

    @Mixin
    private CodesOption codes = new CodesOption();

    @Option(names = "--format", paramLabel = "FORMAT", description = "${COMPLETION-CANDIDATES}. Default: text.")
    private ReceiptFormat format = ReceiptFormat.text;

    @Option(
            names = "--strategy",
            paramLabel = "NAME",
            converter = StrategyName.class,
            description = Strategy.KEYS + ". Default: what rules/stacking/ says for the market.")
    private Optional<Strategy> strategy = Optional.empty();

    @Option(names = "--frontier", description = "Show every stack that none beats on both saving and simplicity.")
    private boolean frontier;

    @Option(
            names = "--at",
            paramLabel = "MOMENT",
            converter = MomentName.class,
            description = "Price every basket for this moment instead of its own, for instance 2026-12-01T00:00Z.")
    private Optional<Instant> at = Optional.empty();

    @Mixin
    private AudienceOption audience = new AudienceOption();

    @Option(
            names = "--lang",
            paramLabel = "TAG",
            converter = LanguageTag.class,
            description = "Say what buyers read in this language instead of the basket's, for instance pt-PT. With --format buyer nothing else is told.")
    private Optional<String> language = Optional.empty();

    @Spec
    private CommandSpec spec;

    private String between = "";

    Evaluate(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (frontier && format == ReceiptFormat.tax) {
            throw new ParameterException(spec.commandLine(), "--format tax is of the deal that is chosen; it has no --frontier");
        }
        if (frontier && format == ReceiptFormat.buyer) {
            throw new ParameterException(
                    spec.commandLine(), "--format buyer is what buyers read of the deal that is chosen; for --frontier leave it out, or say json");
        }
        PromotionEngine engine = audience.in(rules.engine(terminal, codes));
        int code = 0;
        terminal.out().print(format.opening());
        for (String name : baskets) {
            try (BasketInput input = BasketInput.open(name, terminal)) {
                code = Math.max(code, all(engine, name, input));
            }
        }
        terminal.out().print(format.ending());
        return code;
    }

    /**
     * Each answer goes out before the next basket is waited for, because asking for errors also flushes; when nobody takes
     * answers any more, none is worked out.
     */
    private int all(PromotionEngine engine, String name, BasketInput input) {
        int code = 0;
        for (int before = 0; !terminal.out().checkError() && input.hasNext(); before++) {
            BasketReading reading = input.next();
            Answer answer = answer(engine, reading, before == 0 && isOnly(name, input) ? ReceiptFormat.Extent.INDENTED : ReceiptFormat.Extent.LINE);
            print(answer.text());
            code = Math.max(code, answer.code());
        }
        return code;
    }

    private void print(String answer) {
        if (answer.isEmpty()) {
            return;
        }
        terminal.out().print(between + answer);
        between = format.between();
    }

    /** Only files at rest are asked whether there is more: a program that waits for this answer will not send it before. */
    private boolean isOnly(String name, BasketInput input) {
        return baskets.size() == 1 && Inputs.isAtRest(name) && !input.hasNext();
    }

    private record Answer(String text, int code) {}

    private Answer answer(PromotionEngine engine, BasketReading reading, ReceiptFormat.Extent extent) {
        if (reading.basket().isEmpty()) {
            return refused(reading.problems());
        }
        tell(reading);
        try {
            return new Answer(priced(engine, inTheLanguage(atTheMoment(reading.basket().get())), extent), 0);
        } catch (ProblemException found) {
            return refused(found.problems());
        } catch (ArithmeticException tooLarge) {
            return refused(List.of(Inputs.tooLarge(reading.basket().get())));
        } catch (RuntimeException | StackOverflowError fault) {
            // One basket never stops the others, whatever it is that fails.
            return refused(List.of(Failure.unforeseen(reading.basket().get().id(), fault)));
        }
    }

    /** What did not stop the basket from being priced, but somebody should know. */
    private void tell(BasketReading reading) {
        reading.problems().stream().map(Problem::text).forEach(terminal.err()::println);
        reading.filledIn().filter(moment -> at.isEmpty()).ifPresent(moment -> terminal.err()
                .println(Visible.line(reading.basket().get().id()) + ": no moment \"at\" is given; priced for " + moment));
    }

    private Basket atTheMoment(Basket basket) {
        return at.map(basket::withMoment).orElse(basket);
    }

    private Basket inTheLanguage(Basket basket) {
        return language.map(basket::withLocale).orElse(basket);
    }

    private String priced(PromotionEngine engine, Basket basket, ReceiptFormat.Extent extent) {
        if (frontier) {
            return format.frontier(engine, basket);
        }
        Receipt receipt = strategy.map(s -> engine.evaluate(basket, s)).orElseGet(() -> engine.evaluate(basket));
        return format.receipt(engine, receipt, basket, extent);
    }

    private Answer refused(List<Problem> problems) {
        problems.stream().map(Problem::text).forEach(terminal.err()::println);
        return new Answer(format.refused(problems), 1);
    }
}
