package dev.plaindeal.cli;

import dev.plaindeal.codes.CodeOrder;
import dev.plaindeal.text.Visible;
import java.math.BigInteger;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Makes codes nobody can guess. */
@Command(
        name = "make",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Makes codes that are hard to guess and easy to type, and writes them into a code file.",
        footer = {
            "",
            "Examples:",
            "  plaindeal codes make --pool birthday-2026 --count 10000000 --out codes.txt",
            "  plaindeal codes make --pool vip --count 500 --length 10 --prefix VIP --into codes.txt",
            "",
            "The signs are 23456789CDFHJKMNPQRTVWX: none looks like another, and there are no vowels. The last is a check",
            "character; any one wrong sign and any two neighbours swapped do not fit it. Blanks do not matter",
            "when a code is typed, so codes may be printed in groups of four. Whoever can read the file has the codes.",
            "",
            "Exit codes: 0 the codes are written, 1 none are, 2 wrong usage."
        })
final class MakeCodes implements Callable<Integer> {

    private static final int EVERY = 100_000;

    private final Terminal terminal;

    @Option(names = "--pool", required = true, paramLabel = "NAME", description = "The pool they belong to.")
    private String pool = "";

    @Option(names = "--count", required = true, paramLabel = "N", description = "How many.")
    private long count;

    @Option(
            names = "--length",
            paramLabel = "L",
            description = "Signs of each, the check character among them. Default: 12. Too short for so many is refused.")
    private int length = CodeOrder.USUAL_LENGTH;

    @Option(names = "--prefix", paramLabel = "TEXT", description = "Stands in front of each, with a hyphen between.")
    private String prefix = "";

    @Mixin
    private CodesTarget target = new CodesTarget();

    @Spec
    private CommandSpec spec;

    MakeCodes(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (!target.isOne()) {
            throw new ParameterException(spec.commandLine(), "Say where to: either --out FILE or --into FILE.");
        }
        CodeOrder order = usage(() -> new CodeOrder(pool, count, length, prefix));
        long all = count + target.before().getOrDefault(pool, 0L);
        usage(() -> order.requireHardToGuessBeside(all - count));
        Progress progress = new Progress(terminal, (int) count, EVERY);
        target.write(half -> target.lists(codes -> progress.done((int) Math.min(codes, count))).make(order, half));
        progress.end();
        terminal.out().println(String.format(
                Locale.ROOT,
                "%,d %s of the pool %s written to %s; %s",
                count,
                count == 1 ? "code" : "codes",
                pool,
                Visible.line(target.path().toString()),
                odds(order.guesses(all))));
        return 0;
    }

    private static String odds(BigInteger guesses) {
        return String.format(Locale.ROOT, "of %,d guesses one hits a code of this pool", guesses);
    }

    /** What makes no sense is wrong usage. */
    private CodeOrder usage(Supplier<CodeOrder> order) {
        try {
            return order.get();
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), wrong.getMessage());
        }
    }
}
