package dev.plaindeal.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plaindeal.EngineListener;
import dev.plaindeal.Evaluated;
import dev.plaindeal.PromotionEngine;
import dev.plaindeal.Reload;
import dev.plaindeal.problem.ProblemException;
import dev.plaindeal.receipt.Receipt;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A reload publishes a clean folder and nothing else. */
class ReloadingEngineTest {

    @TempDir
    Path folder;

    private Rules rules;
    private final List<Object> heard = new ArrayList<>();

    /** Keeps what it hears. */
    private final EngineListener listener = new EngineListener() {
        @Override
        public void evaluated(Evaluated evaluated) {
            heard.add(evaluated);
        }

        @Override
        public void published(Reload.Published published) {
            heard.add(published);
        }

        @Override
        public void refused(Reload.Refused refused) {
            heard.add(refused);
        }

        @Override
        public void unchanged(Reload.Unchanged unchanged) {
            heard.add(unchanged);
        }
    };

    @BeforeEach
    void writeRules() {
        rules = Rules.in(folder);
    }

    private static long off(ReloadingEngine engine) {
        return engine.evaluate(Rules.basket()).discount().minor();
    }

    /** A book is in use before anybody is told of it: a listener that fails is no reason to say that it was refused. */
    @Test
    void aListenerThatOverflowsTheStackUndoesNoReload() {
        ReloadingEngine engine = ReloadingEngine.load(folder, new EngineListener() {
            @Override
            public void published(Reload.Published published) {
                throw new StackOverflowError();
            }
        });
        rules.amount("ten", 12);
        assertThat(engine.reload()).isInstanceOf(Reload.Published.class);
        assertThat(off(engine)).isEqualTo(1200);
    }

    /** A deployment that empties the folder before it fills it would leave every buyer without a discount. */
    @Test
    void aFolderThatWasEmptiedIsNotPublished() throws IOException {
        ReloadingEngine engine = ReloadingEngine.load(folder, listener);
        Files.delete(rules.file("ten"));
        assertThat(engine.reload()).isInstanceOfSatisfying(Reload.Refused.class, refused -> assertThat(refused.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.code()).isEqualTo("no-promotion-left")));
        assertThat(off(engine)).isEqualTo(1000);
        assertThat(ReloadingEngine.load(folder).engine().promotions()).isEmpty();
    }

    /** Rules that can be priced with and make no sense all the same: what {@code check} calls an error. */
    @Test
    void whatCheckCallsAnErrorIsNotPublished() {
        ReloadingEngine engine = ReloadingEngine.load(folder, listener);
        String before = engine.rules();
        rules.write("promotions/us/ten.drl", Rules.promotion("ten", "code == \"SAVE\", market == \"GB\"", 12));

        assertThat(engine.reload()).isInstanceOfSatisfying(Reload.Refused.class, refused -> assertThat(refused.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.code()).isEqualTo("missing-currency")));
        assertThat(engine.rules()).isEqualTo(before);
        assertThat(off(engine)).isEqualTo(1000);

        assertThatThrownBy(() -> ReloadingEngine.load(folder)).isInstanceOf(ProblemException.class);
    }

    /** A file that was clean can turn into nonsense without a change of its own. */
    @Test
    void allFilesAreCheckedAgainWhenHowMarketsAreSeenChanges() throws IOException {
        Path steps = Path.of("rules", "simplicity", "steps.drl");
        String markets = Files.readString(Path.of("rules", "simplicity", "markets.drl"));
        rules.write("simplicity/steps.drl", Files.readString(steps));
        rules.write("simplicity/markets.drl", markets);
        ReloadingEngine engine = ReloadingEngine.load(folder, listener);

        rules.write("simplicity/markets.drl", markets.replace("USD 47.99", "CAD 64.99"));

        assertThat(engine.reload()).isInstanceOfSatisfying(Reload.Refused.class, refused -> assertThat(refused.problems())
                .extracting(problem -> problem.code() + " in " + Path.of(problem.place().file()).getFileName())
                .contains("missing-currency in ten.drl"));
    }

    /** The country's own currency holds again when the file is gone that gave the market another. */
    @Test
    void aDeletedFileOfMarketsHasAllFilesCheckedAgain() throws IOException {
        for (String file : List.of("steps.drl", "markets.drl")) {
            rules.write("simplicity/" + file, Files.readString(Path.of("rules", "simplicity", file)));
        }
        rules.write("simplicity/kh.drl", "package simplicity\nimport dev.plaindeal.model.*\n\nrule \"kh\"\nwhen\n"
                + "    $market : Market( code == \"KH\" )\nthen\n"
                + "    $market.tolerance(\"0.85\").floor(40).reference(\"USD 10.00\").reviewed(\"2026-11-01\")\n"
                + "           .grounds(\"Dollars are what shops take there.\");\nend\n");
        rules.write("promotions/kh/kh-five.drl",
                Rules.promotion("kh-five", "code == \"KH5\", market == \"KH\"", 5));
        ReloadingEngine engine = ReloadingEngine.load(folder, listener);
        String before = engine.rules();

        Files.delete(folder.resolve("simplicity/kh.drl"));

        assertThat(engine.reload()).isInstanceOfSatisfying(Reload.Refused.class, refused -> assertThat(refused.problems())
                .extracting(problem -> problem.code() + " in " + Path.of(problem.place().file()).getFileName())
                .containsExactly("missing-currency in kh-five.drl"));
        assertThat(engine.rules()).isEqualTo(before);
    }

    @Test
    void aRefusedReloadTellsWhatIsWrongInEveryFile() throws IOException {
        ReloadingEngine engine = ReloadingEngine.load(folder, listener);
        rules.write("promotions/us/word.drl",
                Rules.promotion("word", "code == \"W\", market == \"US\"", 5).replace("amountOff", "amountOf"));
        rules.write("promotions/gb/currency.drl", Rules.promotion("currency", "code == \"C\", market == \"GB\"", 5));
        rules.write("messages/en.properties", "nonsense");

        assertThat(engine.reload()).isInstanceOfSatisfying(Reload.Refused.class, refused -> assertThat(refused.problems())
                .extracting(problem -> folder.relativize(Path.of(problem.place().file())).toString())
                .contains("promotions/us/word.drl", "promotions/gb/currency.drl", "messages/en.properties"));
    }

    @Test
    void aChangedFileIsPublished() {
        ReloadingEngine engine = ReloadingEngine.load(folder, listener);
        String before = engine.rules();
        assertThat(off(engine)).isEqualTo(1000);

        rules.amount("ten", 12);
        Reload reload = engine.reload();

        assertThat(reload).isInstanceOfSatisfying(Reload.Published.class, published -> {
            assertThat(published.before()).contains(before);
            assertThat(published.rules()).isNotEqualTo(before).isEqualTo(engine.rules());
            assertThat(published.promotions()).isEqualTo(1);
            assertThat(published.nanos()).isPositive();
        });
        assertThat(heard).last().isSameAs(reload);
        assertThat(off(engine)).isEqualTo(1200);
        assertThat(engine.evaluate(Rules.basket()).rules()).isEqualTo(reload.rules());
    }

    @Test
    void theFirstBookIsHeardOfToo() {
        ReloadingEngine engine = ReloadingEngine.load(folder, listener);
        assertThat(heard).singleElement().isInstanceOfSatisfying(Reload.Published.class, first -> {
            assertThat(first.before()).isEmpty();
            assertThat(first.rules()).isEqualTo(engine.rules());
        });
    }

    @Test
    void filesThatComeAndGoArePublished() throws IOException {
        ReloadingEngine engine = ReloadingEngine.load(folder);
        rules.amount("twenty", 20);
        assertThat(engine.reload()).isInstanceOf(Reload.Published.class);
        assertThat(off(engine)).isEqualTo(2000);
        Files.delete(rules.file("twenty"));
        assertThat(engine.reload()).isInstanceOf(Reload.Published.class);
        assertThat(off(engine)).isEqualTo(1000);
    }

    @Test
    void unchangedContentPublishesNothing() {
        ReloadingEngine engine = ReloadingEngine.load(folder, listener);
        PromotionEngine before = engine.engine();
        rules.amount("ten", 10);
        rules.write("promotions/us/_draft.drl", "not loaded");
        rules.write("README.md", "not rules");
        assertThat(engine.reload()).isEqualTo(new Reload.Unchanged(before.rules()));
        assertThat(engine.engine()).isSameAs(before);
        assertThat(heard).last().isEqualTo(new Reload.Unchanged(before.rules()));
    }

    /** Somebody who waits for it to be used is told, although no rule changed. */
    @Test
    void aFileThatIsPassedOverIsToldOnce() {
        ReloadingEngine engine = ReloadingEngine.load(folder, listener);
        rules.write("promotions/us/spring.drl.txt", "saved by an editor");
        assertThat(engine.reload()).isInstanceOfSatisfying(Reload.Published.class, published -> {
            assertThat(published.before()).contains(published.rules());
            assertThat(published.warnings()).extracting(problem -> problem.place().file() + " " + problem.code())
                    .containsExactly(folder + "/promotions/us/spring.drl.txt not-read");
        });
        assertThat(engine.reload()).isInstanceOf(Reload.Unchanged.class);
    }

    /** A volume of configuration as it is mounted into a container: links to ..data, which is turned at once. */
    @Test
    void aVolumeOfLinksIsReloaded() throws IOException {
        Path volume = folder.resolveSibling("volume");
        Volume mounted = new Volume(volume);
        mounted.turnTo("..2026_11_26", 20, "twenty");
        ReloadingEngine engine = ReloadingEngine.load(volume, listener);
        assertThat(off(engine)).isEqualTo(2000);
        assertThat(engine.engine().warnings()).isEmpty();

        mounted.turnTo("..2026_11_27", 25, "twenty");
        assertThat(engine.reload()).isInstanceOf(Reload.Published.class);
        assertThat(off(engine)).isEqualTo(2500);

        mounted.turnTo("..2026_11_28", 30, "thirty");
        assertThat(engine.reload()).isInstanceOf(Reload.Published.class);
        assertThat(engine.engine().promotions()).containsOnlyKeys("thirty");
    }

    @Test
    void aBrokenFileIsRefusedWithEveryProblemAndTheLastGoodBookStays() {
        ReloadingEngine engine = ReloadingEngine.load(folder, listener);
        PromotionEngine before = engine.engine();
        rules.write("promotions/us/ten.drl", Rules.promotion("ten", "code == \"SAVE\"", 10).replace("amountOff", "amountOf"));
        rules.write("promotions/us/evil.drl", Rules.promotion("evil", "code == \"X\"", 10)
                .replace("$coupon.amountOff(\"USD 10\")", "System.exit(1)"));
        Reload reload = engine.reload();

        assertThat(reload).isInstanceOfSatisfying(Reload.Refused.class, refused -> {
            assertThat(refused.rules()).isEqualTo(before.rules());
            assertThat(refused.problems()).extracting(problem -> problem.place().file())
                    .contains(rules.file("ten").toString(), rules.file("evil").toString());
        });
        assertThat(heard).last().isSameAs(reload);
        assertThat(engine.engine()).isSameAs(before);
        assertThat(off(engine)).isEqualTo(1000);
    }

    @Test
    void aBookThatWasRefusedIsPublishedOnceItIsMended() {
        ReloadingEngine engine = ReloadingEngine.load(folder);
        rules.write("promotions/us/ten.drl", "rule");
        assertThat(engine.reload()).isInstanceOf(Reload.Refused.class);
        rules.amount("ten", 15);
        assertThat(engine.reload()).isInstanceOf(Reload.Published.class);
        assertThat(off(engine)).isEqualTo(1500);
    }

    @Test
    void aPolicyThatContradictsItselfIsRefusedThoughEachFileIsSound() {
        ReloadingEngine engine = ReloadingEngine.load(folder);
        String rule = "package stacking\nimport dev.plaindeal.model.*\nrule \"%s\"\nwhen\n"
                + "    $stacking : Stacking( market == \"US\" )\nthen\n    $stacking.strategy(\"%s\");\nend\n";
        rules.write("stacking/a.drl", rule.formatted("a", "best-price"));
        rules.write("stacking/b.drl", rule.formatted("b", "simplest"));
        assertThat(engine.reload()).isInstanceOf(Reload.Refused.class);
        assertThat(off(engine)).isEqualTo(1000);
    }

    @Test
    void aFolderThatIsGoneIsRefused() throws IOException {
        ReloadingEngine engine = ReloadingEngine.load(folder);
        Files.move(folder.resolve("promotions"), folder.resolve("elsewhere"));
        assertThat(engine.reload()).isInstanceOf(Reload.Refused.class);
        assertThat(off(engine)).isEqualTo(1000);
    }

    @Test
    void textsForBuyersAreReloadedToo() throws IOException {
        copyMessages();
        ReloadingEngine engine = ReloadingEngine.load(folder);
        Path english = folder.resolve("messages/en.properties");
        Files.writeString(english, Files.readString(english).replace("Save {saving}.", "Keep {saving}."));
        assertThat(engine.reload()).isInstanceOfSatisfying(Reload.Published.class,
                published -> assertThat(published.before()).contains(published.rules()));
        Receipt receipt = engine.evaluate(Rules.basket());
        assertThat(engine.engine().text(receipt, "en-US")).contains("Keep $10.00.");
        assertThat(engine.reload()).isInstanceOf(Reload.Unchanged.class);

        Files.writeString(english, Files.readString(english).replace("{saving}", "{svaing}"));
        assertThat(engine.reload()).isInstanceOf(Reload.Refused.class);
        assertThat(engine.engine().text(receipt, "en-US")).contains("Keep $10.00.");
    }

    private void copyMessages() throws IOException {
        Path from = Path.of("rules/messages");
        Files.createDirectories(folder.resolve("messages"));
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve("messages").resolve(file.getFileName()));
            }
        }
    }

    @Test
    void theEngineHandedOutKeepsItsBook() {
        ReloadingEngine engine = ReloadingEngine.load(folder);
        PromotionEngine before = engine.engine();
        rules.amount("ten", 12);
        engine.reload();
        assertThat(before.evaluate(Rules.basket()).discount().minor()).isEqualTo(1000);
        assertThat(before.evaluate(Rules.basket()).rules()).isEqualTo(before.rules()).isNotEqualTo(engine.rules());
    }

    @Test
    void theFirstLoadThrowsForThereIsNoLastGoodBook() {
        rules.write("promotions/us/ten.drl", "rule");
        assertThatThrownBy(() -> ReloadingEngine.load(folder)).isInstanceOf(ProblemException.class);
    }

    @Test
    void evaluationsAreToldAfterAReloadToo() {
        ReloadingEngine engine = ReloadingEngine.load(folder, listener);
        rules.amount("ten", 12);
        engine.reload();
        engine.evaluate(Rules.basket());
        assertThat(heard).last().isInstanceOfSatisfying(Evaluated.class, evaluated -> {
            assertThat(evaluated.rules()).isEqualTo(engine.rules());
            assertThat(evaluated.applied()).containsExactly("ten");
        });
    }

    @Test
    void aBookThatWasReplacedCanBeCollected() throws InterruptedException {
        ReloadingEngine engine = ReloadingEngine.load(folder);
        WeakReference<PromotionEngine> before = used(engine);
        rules.write("promotions/us/ten.drl", Rules.promotion("ten", "code == \"SAVE\", market in (\"US\", \"PR\")", 12));
        assertThat(engine.reload()).isInstanceOf(Reload.Published.class);
        for (int i = 0; i < 50 && before.get() != null; i++) {
            System.gc();
            Thread.sleep(20);
        }
        assertThat(Optional.ofNullable(before.get())).as("the engine that was replaced").isEmpty();
        assertThat(off(engine)).isEqualTo(1200);
    }

    private static WeakReference<PromotionEngine> used(ReloadingEngine engine) {
        off(engine);
        return new WeakReference<>(engine.engine());
    }
}
