package dev.plaindeal.cli;

import dev.plaindeal.PromotionEngine;
import dev.plaindeal.backtest.BacktestReport;
import dev.plaindeal.backtest.BookSide;
import dev.plaindeal.backtest.RowSums;
import dev.plaindeal.backtest.simplify.Replacement;
import dev.plaindeal.backtest.simplify.Simplifier;
import dev.plaindeal.backtest.SumKind;
import dev.plaindeal.draft.NewFiles;
import dev.plaindeal.money.Currency;
import dev.plaindeal.rules.RuleFiles;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Proposes plainer promotions that cost the same. */
@Command(
        name = "simplify",
        mixinStandardHelpOptions = true,
        description = "Proposes one percentage or amount by itself in the place of promotions that are hard to understand, at the same cost on orders of the past.",
        footer = {
            "",
            "Examples:",
            "  plaindeal simplify --orders orders.jsonl.gz",
            "  plaindeal simplify --orders 2026/ --rules rules --most 5 --out proposals",
            "",
            "Looked at are coupons and thresholds of one market, paid by the platform or by the store, that score below 70; those with",
            "the most orders and the lowest scores first. For each saving tried all orders are priced again, so whom it lets in",
            "(no code, small baskets) and what it pushes aside is in the cost. What stays within half a percent of what the old",
            "promotion takes off is proposed, rounded where that will do; of a percentage and an amount the one that leaves the orders",
            "simpler, and neither where it is no simpler than the old one. For whom, on which goods, when, out of which budget and how",
            "often the old one holds, the new one holds too.",
            "Each order is priced with what it says is left: limits do not run out on the way. --out has one folder of rules for",
            "each proposal, to look at with check, compare and backtest.",
            "",
            "Exit codes: 0 done, 1 there are bad lines or another problem, 2 wrong usage."
        })
final class SimplifyRules implements Callable<Integer> {

    private static final String MESSAGES = "messages";

    private final Terminal terminal;

    @Option(names = "--orders", required = true, paramLabel = "ORDERS", arity = "1..*", description = "Files of orders, or folders of them.")
    private List<String> orders = List.of();

    @Option(names = "--rules", paramLabel = "DIR", description = "Folder of rule files. Default: rules/.")
    private Path rules = Path.of("rules");

    @Option(names = "--most", paramLabel = "N", description = "How many promotions are tried. Default: 3.")
    private int most = 3;

    @Option(names = "--out", paramLabel = "DIR", description = "A new folder for the rules of each proposal.")
    private Optional<Path> out = Optional.empty();

    @Mixin
    private WorkersOption workers = new WorkersOption();

    @Spec
    private CommandSpec spec;

    SimplifyRules(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        if (OrderInputs.readOnce(orders).isPresent() || most < 1) {
            throw new ParameterException(spec.commandLine(), "--orders wants files, which are read several times; --most is 1 or more");
        }
        OrderProgress progress = new OrderProgress(terminal);
        Simplifier simplifier = new Simplifier(texts(), OrderInputs.named(orders, terminal), terminal.now(), workers.number(), progress);
        BacktestReport today = simplifier.today();
        progress.end();
        OrderInputs.tellBad(today, terminal);
        OrderInputs.requireAny(today, orders);
        List<Replacement> found = simplifier.replacements(today, most);
        progress.end();
        found.forEach(this::tell);
        List<Replacement> proposed = found.stream().filter(Replacement::isSimpler).toList();
        terminal.out().println(proposed.size() + (proposed.size() == 1 ? " proposal" : " proposals"));
        out.ifPresent(folder -> write(folder, proposed));
        return today.bad() == 0 ? 0 : 1;
    }

    /** Loaded once as a folder, so that what is wrong with it is said of its files. */
    private Map<String, String> texts() throws IOException {
        RulesOption.told(PromotionEngine.load(rules), terminal);
        Map<String, String> texts = new TreeMap<>();
        for (String path : RuleFiles.folder(rules).paths()) {
            texts.put(path, Files.readString(rules.resolve(path)));
        }
        try (Stream<Path> messages = Files.isDirectory(rules.resolve(MESSAGES)) ? Files.list(rules.resolve(MESSAGES)) : Stream.empty()) {
            for (Path file : messages.filter(one -> one.toString().endsWith(".properties")).toList()) {
                texts.put(MESSAGES + "/" + file.getFileName(), Files.readString(file));
            }
        }
        return texts;
    }

    private void tell(Replacement one) {
        RowSums row = one.row();
        line("%s in %s: %s by itself in its place", one.promotion(), one.market(), one.words());
        line("    the %s pays %s -> %s", one.funder() == SumKind.PLATFORM ? "platform" : "store", money(one, one.cost(BookSide.BEFORE)),
                money(one, one.cost(BookSide.AFTER)));
        line("    orders that get it: %s -> %s", one.orders(BookSide.BEFORE), one.orders(BookSide.AFTER));
        line("    buyers who pay less: %s, together %s; who pay more: %s, together %s", row.cheaper(), money(one, row.cheaperBy()), row.dearer(),
                money(one, row.dearerBy()));
        RowSums all = one.report().byCurrency().get(one.currency()).all();
        line("    simplicity of the promotion by itself, mean: %s -> %s", own(one, BookSide.BEFORE), own(one, BookSide.AFTER));
        line("    simplicity of the orders in %s, mean: %s -> %s", one.currency(), score(all, BookSide.BEFORE), score(all, BookSide.AFTER));
        if (!one.isSimpler()) {
            line("    not proposed: it is no simpler than %s", one.promotion());
        }
    }

    private static String own(Replacement one, BookSide side) {
        return one.simplicity(side).map(BigDecimal::toPlainString).orElse("-");
    }

    private void line(String words, Object... values) {
        terminal.out().println(String.format(Locale.ROOT, words, values));
    }

    private static String money(Replacement one, BigInteger minor) {
        return one.currency() + " " + new BigDecimal(minor, Currency.of(one.currency()).digits()).toPlainString();
    }

    private static String score(RowSums row, BookSide side) {
        BigInteger scored = row.get(side, SumKind.SCORED);
        return scored.signum() == 0 ? "-" : new BigDecimal(row.get(side, SumKind.SCORE))
                .divide(BigDecimal.TEN.multiply(new BigDecimal(scored)), 1, RoundingMode.HALF_UP).toPlainString();
    }

    private static void write(Path folder, List<Replacement> found) {
        NewFiles files = new NewFiles();
        for (Replacement one : found) {
            one.rules().forEach((path, text) -> files.add(folder, one.promotion() + "-in-" + one.currency() + "/" + path, text));
        }
        files.write();
    }
}
