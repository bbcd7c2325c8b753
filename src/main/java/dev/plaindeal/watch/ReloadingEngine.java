package dev.plaindeal.watch;

import dev.plaindeal.EngineListener;
import dev.plaindeal.PromotionEngine;
import dev.plaindeal.Reload;
import dev.plaindeal.RuleSource;
import dev.plaindeal.basket.Basket;
import dev.plaindeal.basket.CodeDirectory;
import dev.plaindeal.check.RuleCheck;
import dev.plaindeal.problem.Place;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.problem.ProblemException;
import dev.plaindeal.receipt.Receipt;
import dev.plaindeal.text.Visible;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The engine of rules that may change while baskets are priced: a folder, or any other {@link RuleSource}.
 *
 * <p>A reload reads, compiles and checks aside, only what changed, and publishes the new book with one swap of a reference
 * when every file is clean; otherwise the last good book stays and the problems are reported. Clean is what the command
 * {@code check} finds no error in. An evaluation uses one book from
 * beginning to end, and its receipt names it. A book that was replaced goes when its last evaluation has ended.
 *
 * <p>Safe for any number of threads; an evaluation never waits for a reload. Nothing is watched until {@link #watch} is
 * called: a host that is told of new rules some other way calls {@link #reload} itself.
 *
 * <p>Worked figure: one changed file among 10,000 is published after about 0.25 s of CPU, half of it reading the folder.
 */
public final class ReloadingEngine {

    /** How long a folder has to be quiet before it is read, unless the host says otherwise. */
    public static final Duration SETTLE = Duration.ofMillis(200);

    private static final Logger LOG = LoggerFactory.getLogger(ReloadingEngine.class);

    private final RuleSource rules;
    private final EngineListener listener;
    private final Object reloading = new Object();
    private volatile PromotionEngine current;

    private ReloadingEngine(RuleSource rules, Optional<EngineListener> told) {
        long start = System.nanoTime();
        PromotionEngine loaded = PromotionEngine.load(rules, RuleCheck::errors);
        this.rules = rules;
        this.listener = told.map(new BookLog()::and).orElseGet(BookLog::new);
        this.current = told.map(loaded::heardBy).orElse(loaded);
        tellPublished(Optional.empty(), current, start);
    }

    /**
     * Loads a folder of rule files, in which {@code check} has to find no error: more than {@link PromotionEngine#load} asks.
     *
     * @throws ProblemException with every problem in any file: there is no last good book yet
     */
    public static ReloadingEngine load(Path rules) {
        return load(RuleSource.folder(rules));
    }

    /**
     * The same for rules that come from elsewhere: a table of a database, a service of configuration.
     *
     * @throws ProblemException with every problem in any file
     */
    public static ReloadingEngine load(RuleSource rules) {
        return new ReloadingEngine(rules, Optional.empty());
    }

    /**
     * The same, with a listener that hears of every basket priced and every book published or refused, the first one too.
     *
     * @param listener may throw; that is its own affair
     */
    public static ReloadingEngine load(Path rules, EngineListener listener) {
        return load(RuleSource.folder(rules), listener);
    }

    /** The same for rules that come from elsewhere. */
    public static ReloadingEngine load(RuleSource rules, EngineListener listener) {
        return new ReloadingEngine(rules, Optional.of(listener));
    }

    /**
     * From now on this directory says which pool a typed code belongs to, on this book and all that follow; called again when the
     * host's file of codes has been replaced. An evaluation uses one directory from beginning to end.
     *
     * @return this engine
     */
    public ReloadingEngine useCodeDirectory(CodeDirectory directory) {
        synchronized (reloading) {
            current = current.withCodeDirectory(directory);
        }
        return this;
    }

    /** The engine on the book in use now. Ask again for each basket: the one handed out keeps its book. */
    public PromotionEngine engine() {
        return current;
    }

    /**
     * Prices a basket on the book in use now, with the strategy of its market.
     *
     * @throws ArithmeticException when an amount does not fit 64 bits
     */
    public Receipt evaluate(Basket basket) {
        return current.evaluate(basket);
    }

    /** Hash of the book in use now, as receipts carry it. */
    public String rules() {
        return current.rules();
    }

    /** Looks at the rules now and publishes what it says if it is clean. Calls at once go one after the other. */
    public Reload reload() {
        synchronized (reloading) {
            long start = System.nanoTime();
            PromotionEngine before = current;
            try {
                PromotionEngine next = before.reloaded(rules, RuleCheck::errors);
                requireSomething(before, next);
                return publish(before, next, start);
            } catch (ProblemException found) {
                return refuse(before, found.problems(), start);
            } catch (RuntimeException | StackOverflowError | OutOfMemoryError unforeseen) {
                LOG.warn("the rules of {} could not be loaded: {}", Visible.line(rules.name()), unforeseen.getClass().getName());
                LOG.debug("loading failed", unforeseen);
                return refuse(before, List.of(unforeseen()), start);
            }
        }
    }

    /** Rules whose last promotion is gone was emptied by mistake, or is about to be filled again. */
    private void requireSomething(PromotionEngine before, PromotionEngine next) {
        if (next.promotions().isEmpty() && !before.promotions().isEmpty()) {
            throw new ProblemException(List.of(Problem.error(
                    "no-promotion-left",
                    Place.of(rules.name()),
                    "there is no promotion left in this folder",
                    "To end all of them, load an empty folder anew.")));
        }
    }

    private Reload publish(PromotionEngine before, PromotionEngine next, long start) {
        if (next == before) {
            Reload.Unchanged unchanged = new Reload.Unchanged(before.rules());
            listener.unchanged(unchanged);
            return unchanged;
        }
        current = next;
        return tellPublished(Optional.of(before.rules()), next, start);
    }

    private Reload tellPublished(Optional<String> before, PromotionEngine next, long start) {
        Reload.Published published = new Reload.Published(
                next.rules(), before, next.promotions().size(), next.warnings(), System.nanoTime() - start);
        listener.published(published);
        return published;
    }

    private Reload refuse(PromotionEngine before, List<Problem> problems, long start) {
        Reload.Refused refused = new Reload.Refused(before.rules(), problems, System.nanoTime() - start);
        listener.refused(refused);
        return refused;
    }

    private Problem unforeseen() {
        return Problem.error(
                "not-loaded",
                Place.of(rules.name()),
                "the rules could not be loaded, for a reason that is none of theirs",
                "The log of this service says more.");
    }

    /**
     * Watches the folder and everything below it from now on, on a thread of its own that does not keep the JVM alive, and
     * reloads when it has been quiet for {@link #SETTLE}.
     *
     * @return close it to stop watching
     * @throws java.io.UncheckedIOException when the system has no watch left to give; {@link #reload} still works
     * @throws IllegalStateException when the rules are no folder: then whoever changes them calls {@link #reload}
     */
    public Watch watch() {
        return watch(SETTLE);
    }

    /**
     * The same with another quiet time, from 1 ms to an hour; an editor that saves in several steps is heard once. A folder that is
     * never quiet is read after ten such times all the same.
     */
    public Watch watch(Duration settle) {
        Path folder = rules.folder().orElseThrow(() -> new IllegalStateException(
                rules.name() + " is no folder to be watched; call reload() when it has changed"));
        return new Watch(folder, settle, this::reload);
    }
}
