package dev.plaindeal.cli;

import dev.plaindeal.PromotionEngine;
import dev.plaindeal.basket.Basket;
import dev.plaindeal.problem.Place;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.problem.ProblemException;
import dev.plaindeal.read.BasketReader;
import dev.plaindeal.receipt.ProblemJson;
import dev.plaindeal.receipt.Receipt;
import dev.plaindeal.receipt.ReceiptReader;
import dev.plaindeal.returns.Refund;
import dev.plaindeal.returns.RefundJson;
import dev.plaindeal.returns.RefundText;
import dev.plaindeal.returns.ReturnPolicy;
import dev.plaindeal.returns.Returns;
import java.nio.charset.StandardCharsets;
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

/** Works out refunds. */
@Command(
        name = "return",
        mixinStandardHelpOptions = true,
        description = "Works out what a buyer gets back for things sent back.",
        footer = {
            "",
            "Examples:",
            "  plaindeal return order.receipt.json --lines 1:2,3:1",
            "  plaindeal return order.receipt.json --lines 1:1 --lines 1:1 --format json",
            "  plaindeal return order.receipt.json --lines 1:5 --policy re-evaluate --basket order.basket.json",
            "",
            "Several --lines are returns one after another, with a refund for each. Shipping comes back with",
            "the last thing returned. Refunds never add up to more than was paid.",
            "",
            "Nothing is remembered between calls. Keep every return of an order, and name the earlier ones again,",
            "first one first, before the new one; the last refund printed is the new one. Gifts that what is kept",
            "no longer earns are named, each once; what they are worth, where that is said, is taken off unless they",
            "came back too. Without re-evaluate, look after those said to be not checked."
        })
final class Return implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(paramLabel = "RECEIPT", description = "A receipt as evaluate writes it with --format json, or - for standard input.")
    private String receipt = "";

    @Option(
            names = "--lines",
            required = true,
            paramLabel = "LINE:QUANTITY,...",
            converter = ReturnedLines.Converter.class,
            description = "What is returned: line ids and how many of each. Repeat for a later return.")
    private List<ReturnedLines> lines = List.of();

    @Option(
            names = "--gifts-back",
            paramLabel = "SKU:QUANTITY,...",
            converter = ReturnedLines.Converter.class,
            description = "Gifts that came back too; what they are worth is not taken off.")
    private Optional<ReturnedLines> giftsBack = Optional.empty();

    @Option(
            names = "--policy",
            paramLabel = "NAME",
            converter = PolicyName.class,
            description = "keep: what was paid for them. re-evaluate: what is kept is priced again. Default: keep.")
    private ReturnPolicy policy = ReturnPolicy.KEEP_PAID_SHARE;

    @Option(names = "--basket", paramLabel = "BASKET", description = "The basket the receipt was made for; re-evaluate needs it.")
    private Optional<String> basket = Optional.empty();

    @Mixin
    private RulesOption rules = new RulesOption();

    @Mixin
    private CodesOption codes = new CodesOption();

    @Option(names = "--format", paramLabel = "FORMAT", description = "text or json. Default: text.")
    private OutputFormat format = OutputFormat.text;

    @Spec
    private CommandSpec spec;

    Return(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (policy == ReturnPolicy.RE_EVALUATE && basket.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "To price again what is kept, name its basket: --basket BASKET");
        }
        try {
            returns().refunds().forEach(this::print);
            return 0;
        } catch (ProblemException found) {
            found.problems().stream().map(Problem::text).forEach(terminal.err()::println);
            terminal.out().print(switch (format) {
                case text -> "";
                case json -> ProblemJson.line(found.problems()) + System.lineSeparator();
            });
            return 1;
        }
    }

    private Returns returns() {
        Returns returns = giftsBack.map(gifts -> withGiftsBack(opened(), gifts)).orElseGet(this::opened);
        for (ReturnedLines one : lines) {
            try {
                returns = returns.with(one.units());
            } catch (IllegalArgumentException notThere) {
                throw refused("not-returnable", receipt, "This cannot be returned: " + notThere.getMessage());
            }
        }
        return returns;
    }

    private Returns withGiftsBack(Returns returns, ReturnedLines gifts) {
        try {
            return returns.withGiftsBack(gifts.units());
        } catch (IllegalArgumentException notHeld) {
            throw refused("not-returnable", receipt, "This cannot come back: " + notHeld.getMessage());
        }
    }

    private Returns opened() {
        Receipt paid = ReceiptReader.read(Inputs.shown(receipt), Inputs.text(receipt, terminal)).orThrow();
        return policy == ReturnPolicy.KEEP_PAID_SHARE ? Returns.keepingPaidShare(paid) : pricedAgain(paid);
    }

    private Returns pricedAgain(Receipt paid) {
        String name = basket.orElseThrow();
        byte[] bytes = Inputs.text(name, terminal).getBytes(StandardCharsets.UTF_8);
        PromotionEngine engine = rules.engine(terminal, codes);
        if (!engine.rules().equals(paid.rules())) {
            throw refused("other-rules", receipt, "The receipt was made with the rules " + paid.rules() + ", these are " + engine.rules());
        }
        // A basket that names no moment was priced for the one on its receipt.
        Basket asked = BasketReader.read(Inputs.shown(name), bytes, paid.at()).orThrow();
        try {
            return Returns.reEvaluating(paid, asked, engine);
        } catch (ArithmeticException tooLarge) {
            throw new ProblemException(List.of(Inputs.tooLarge(asked)));
        } catch (IllegalArgumentException other) {
            throw refused("other-basket", name, "The receipt cannot be priced again: " + other.getMessage());
        }
    }

    private static ProblemException refused(String code, String file, String message) {
        return new ProblemException(List.of(Problem.error(code, Place.of(file), message, "")));
    }

    private void print(Refund refund) {
        terminal.out().print(switch (format) {
            case text -> RefundText.of(refund);
            case json -> RefundJson.line(refund) + "\n";
        });
    }
}
