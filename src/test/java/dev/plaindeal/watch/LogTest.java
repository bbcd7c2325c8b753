package dev.plaindeal.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plaindeal.EngineListener;
import dev.plaindeal.Evaluated;
import dev.plaindeal.basket.Basket;
import dev.plaindeal.basket.Buyer;
import dev.plaindeal.limits.LimitEvent;
import dev.plaindeal.limits.LimitListener;
import dev.plaindeal.limits.LimitedCheckout;
import dev.plaindeal.limits.MemoryLimits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.helpers.NOPLoggerFactory;

/** Books are logged; buyers, their codes and money never are. Every level is on, in a JVM of its own. */
class LogTest {

    private static final String CODE = "QWERTYCODE";
    private static final String BUYER = "buyer-4711";
    private static final int DOLLARS = 7_919_583;

    @TempDir
    Path folder;

    @Test
    void booksAreLoggedAndNothingOfBaskets() throws IOException, InterruptedException {
        List<String> log = List.of(run().split("\n"));
        List<String> own = log.stream().filter(line -> line.contains(" dev.plaindeal")).toList();

        assertThat(own).as("what Plaindeal logs").satisfiesExactlyInAnyOrder(
                line -> assertThat(line).startsWith("INFO").contains("published with 1 promotions").doesNotContain("in place"),
                line -> assertThat(line).startsWith("INFO").contains("published with 1 promotions", "in place of"),
                line -> assertThat(line).startsWith("WARN").contains("rules refused", "ten.drl:9:13 ", "unknown-word", "x\\u000aINFO y\\u001b.drl file-name"),
                line -> assertThat(line).startsWith("WARN").contains("$Broken failed with", "IllegalStateException"),
                line -> assertThat(line).startsWith("WARN").contains("$AlsoBroken failed with", "StackOverflowError"),
                line -> assertThat(line).startsWith("WARN").contains("$BrokenOfLimits failed with", "LinkageError"));
        assertThat(String.join("\n", log)).as("what anything logs, Drools too").doesNotContain(BUYER, CODE, "mine-alone");
        assertThat(String.join("\n", own)).doesNotContain(CODE, BUYER, "" + DOLLARS, "USD", "mine-alone");
    }

    @Test
    void withoutALogOfTheHostNothingIsWritten() {
        assertThat(org.slf4j.LoggerFactory.getILoggerFactory()).isInstanceOf(NOPLoggerFactory.class);
    }

    private String run() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-Dslf4j.provider=" + Logged.class.getName(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LogTest.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    /** What the test looks at: a load, a reload, a refusal, and evaluations and calls for limits with a listener that throws. */
    public static void main(String[] args) {
        Rules rules = new Rules(Path.of(args[0]));
        rules.write("promotions/us/ten.drl", text(DOLLARS));
        ReloadingEngine engine = ReloadingEngine.load(rules.folder(), new Broken().and(new AlsoBroken()));
        evaluate(engine);
        rules.write("promotions/us/ten.drl", text(DOLLARS + 1));
        engine.reload();
        evaluate(engine);
        engine.reload();
        rules.write("promotions/us/ten.drl", text(DOLLARS).replace("amountOff", "amountOf"));
        rules.write("promotions/us/x\nINFO y\u001b.drl", text(DOLLARS));
        engine.reload();
        evaluate(engine);
        LimitedCheckout checkout = LimitedCheckout.of(engine::engine, new MemoryLimits(Clock.systemUTC())).heardBy(new BrokenOfLimits());
        checkout.confirm(BUYER);
        checkout.on(new MemoryLimits(Clock.systemUTC())).release(BUYER);
    }

    private static String text(int dollars) {
        return Rules.promotion("ten", "code == \"" + CODE + "\", market == \"US\"", dollars);
    }

    private static void evaluate(ReloadingEngine engine) {
        Basket plain = Rules.basket("mine-alone", 1_234_567, CODE, "UNKNOWN-" + CODE);
        Buyer buyer = new Buyer(BUYER, false, 3, Set.of());
        engine.evaluate(new Basket(plain.id(), plain.market(), plain.currency(), plain.locale(), plain.channel(), plain.at(),
                buyer, plain.stores(), plain.lines(), plain.shipping(), plain.shippingMethod(), plain.codes(),
                plain.remaining()));
    }

    /** One that throws does not keep the log from saying that another throws, too. */
    private record AlsoBroken() implements EngineListener {
        @Override
        public void evaluated(Evaluated evaluated) {
            throw new StackOverflowError(CODE);
        }
    }

    /** Once is enough, also where a checkout is joined to transactions of the host. */
    private record BrokenOfLimits() implements LimitListener {
        @Override
        public void happened(LimitEvent event) {
            throw new LinkageError(CODE + event);
        }
    }

    /** Quotes all it is told. */
    private record Broken() implements EngineListener {
        @Override
        public void evaluated(Evaluated evaluated) {
            throw new IllegalStateException("I was told " + evaluated + " " + CODE + " " + DOLLARS);
        }
    }
}
