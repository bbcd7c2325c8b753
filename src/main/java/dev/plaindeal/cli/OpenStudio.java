package dev.plaindeal.cli;

import dev.plaindeal.problem.Place;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.problem.ProblemException;
import dev.plaindeal.studio.Studio;
import dev.plaindeal.studio.StudioSetup;
import dev.plaindeal.studio.StudioSetup.Revised;
import dev.plaindeal.studio.StudioSetup.Since;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Opens the studio and waits until it is stopped. */
@Command(
        name = "studio",
        mixinStandardHelpOptions = true,
        description = "Opens a page on this machine to look at promotions, edit them, try them on baskets and save them.",
        footer = {
            "",
            "Examples:",
            "  plaindeal studio",
            "  plaindeal studio --rules rules --orders last-week.jsonl",
            "",
            "Open the link it prints in a browser. Only this machine can, and only with the whole link.",
            "Ctrl-C stops it; what is not saved stays in the browser.",
            "",
            "Exit codes: 1 it cannot be opened, 2 wrong usage; otherwise it ends as the signal that stops it says."
        })
final class OpenStudio implements Callable<Integer> {

    private static final int TOKEN_BYTES = 24;
    private static final int LARGEST_PORT = 65_535;

    private final Terminal terminal;

    @Mixin
    private RulesFolder rules = new RulesFolder();

    @Option(names = "--fixtures", paramLabel = "DIR", description = "Folder of baskets to try. Default: fixtures/.")
    private Path fixtures = Path.of("fixtures");

    @Option(names = "--orders", paramLabel = "FILE", description = "Baskets as JSON lines, up to 100,000, to see what an edit does to them. Default: the fixtures.")
    private Optional<Path> orders = Optional.empty();

    @Option(names = "--port", paramLabel = "N", description = "Port on this machine; 0 takes any that is free. Default: 8737.")
    private int port = 8_737;

    @Spec
    private CommandSpec spec;

    OpenStudio(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (port < 0 || port > LARGEST_PORT) {
            throw new ParameterException(spec.commandLine(), "--port is a number from 0 to " + LARGEST_PORT);
        }
        orders.filter(file -> !Files.isReadable(file)).ifPresent(file -> {
            throw new ProblemException(List.of(Problem.error("no-such-file", Place.of(file.toString()), "there is no such file to read", "Is the path right?")));
        });
        byte[] token = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(token);
        StudioSetup setup = new StudioSetup(
                rules.path(), fixtures, orders, port, HexFormat.of().formatHex(token), Clock.systemUTC(), OpenStudio::since);
        Studio studio = Studio.open(setup);
        Runtime.getRuntime().addShutdownHook(new Thread(studio::close));
        terminal.out().println("The studio is open: " + studio.address());
        terminal.out().println("Open this link in a browser on this machine. Ctrl-C stops the studio.");
        terminal.out().flush();
        new CountDownLatch(1).await();
        return 0;
    }

    private static Revised since(Path file) {
        try {
            return since(new Git(file.toAbsolutePath().getParent()), file.getFileName().toString());
        } catch (IOException noGit) {
            return new Revised(Since.UNKNOWN, "");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Revised(Since.UNKNOWN, "");
        }
    }

    /** Programs that a repository names to show differences are not run; those that its owner has set to clean files, git runs itself. */
    private static Revised since(Git git, String name) throws IOException, InterruptedException {
        if (git.text("rev-parse", "--verify", "--quiet", "HEAD").isEmpty()) {
            return new Revised(Since.UNKNOWN, "");
        }
        if (git.text("cat-file", "-e", "HEAD:./" + name).isEmpty()) {
            return new Revised(Since.NEW, "");
        }
        String difference = git.text("diff", "--no-ext-diff", "--no-textconv", "--no-color", "HEAD", "--", name).orElse("");
        return new Revised(difference.isEmpty() ? Since.SAME : Since.CHANGED, difference);
    }
}
