package dev.plaindeal.watch;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plaindeal.EngineListener;
import dev.plaindeal.Reload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever way a rules folder changes, it is noticed. */
class WatchTest {

    private static final Duration SETTLE = Duration.ofMillis(50);
    private static final long PATIENCE_MS = 15_000;

    @TempDir
    Path temporary;

    private final List<Reload> heard = new CopyOnWriteArrayList<>();
    private Path folder;
    private Rules rules;
    private ReloadingEngine engine;
    private Watch watch;

    @BeforeEach
    void start() {
        folder = temporary.resolve("rules");
        rules = Rules.in(folder);
        engine = ReloadingEngine.load(folder, new EngineListener() {
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
        });
        watch = engine.watch(SETTLE);
    }

    @AfterEach
    void stop() {
        watch.close();
    }

    private long off() {
        return engine.evaluate(Rules.basket()).discount().minor();
    }

    private static void await(String what, BooleanSupplier holds) {
        long end = System.nanoTime() + PATIENCE_MS * 1_000_000;
        while (!holds.getAsBoolean() && System.nanoTime() < end) {
            pause(10);
        }
        assertThat(holds.getAsBoolean()).as(what).isTrue();
    }

    private static void pause(long ms) {
        try {
            Thread.sleep(ms);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private void awaitOff(long cents) {
        await("a discount of " + cents, () -> off() == cents);
    }

    @Test
    void aFileSaved() {
        rules.amount("ten", 12);
        awaitOff(1200);
    }

    @Test
    void aFileSavedByRenamingAsEditorsDo() throws IOException {
        for (int dollars : new int[] {13, 14, 15}) {
            Path aside = folder.resolve("promotions/us/.ten.drl.swp");
            Files.writeString(aside, Rules.promotion("ten", "code == \"SAVE\"", dollars));
            Files.move(rules.file("ten"), folder.resolve("promotions/us/ten.drl~"), REPLACE_EXISTING);
            Files.move(aside, rules.file("ten"), ATOMIC_MOVE);
            awaitOff(dollars * 100L);
        }
    }

    @Test
    void aFileInAFolderThatIsNew() {
        rules.write("promotions/gb/deep/twenty.drl", Rules.promotion("twenty", "code == \"SAVE\"", 20));
        awaitOff(2000);
        rules.write("promotions/gb/deep/twenty.drl", Rules.promotion("twenty", "code == \"SAVE\"", 21));
        awaitOff(2100);
    }

    @Test
    void aFolderMovedInAndOneDeleted() throws IOException {
        Path aside = temporary.resolve("aside");
        new Rules(aside).write("thirty.drl", Rules.promotion("thirty", "code == \"SAVE\"", 30));
        Files.move(aside, folder.resolve("promotions/moved"));
        awaitOff(3000);
        Rules.delete(folder.resolve("promotions/moved"));
        awaitOff(1000);
    }

    @Test
    void aFolderPutInThePlaceOfAnother() throws IOException {
        Path aside = temporary.resolve("aside");
        new Rules(aside).write("ten.drl", Rules.promotion("ten", "code == \"SAVE\"", 40));
        Files.move(folder.resolve("promotions/us"), temporary.resolve("before"));
        Files.move(aside, folder.resolve("promotions/us"));
        awaitOff(4000);
        rules.amount("ten", 41);
        awaitOff(4100);
    }

    @Test
    void theWholeFolderSwappedAndGoneForAWhile() throws IOException {
        Files.move(folder, temporary.resolve("before"));
        await("a refusal", () -> heard.stream().anyMatch(Reload.Refused.class::isInstance));
        assertThat(off()).isEqualTo(1000);
        new Rules(temporary.resolve("next")).amount("ten", 50);
        Files.move(temporary.resolve("next"), folder);
        awaitOff(5000);
        rules.amount("ten", 51);
        awaitOff(5100);
    }

    @Test
    void aLinkTurnedToAnotherFolder() throws IOException {
        watch.close();
        Path one = temporary.resolve("one");
        Path two = temporary.resolve("two");
        Path link = temporary.resolve("link");
        new Rules(one).amount("ten", 60);
        new Rules(two).amount("ten", 61);
        Files.createSymbolicLink(link, one);
        engine = ReloadingEngine.load(link);
        watch = engine.watch(SETTLE);
        assertThat(off()).isEqualTo(6000);
        Path turned = temporary.resolve("turned");
        Files.createSymbolicLink(turned, two);
        Files.move(turned, link, ATOMIC_MOVE);
        awaitOff(6100);
        new Rules(two).amount("ten", 62);
        awaitOff(6200);
    }

    @Test
    void aBrokenFileIsReportedAndItsMendingPublished() {
        rules.write("promotions/us/ten.drl", "rule \"ten\"");
        await("a refusal", () -> heard.get(heard.size() - 1) instanceof Reload.Refused);
        assertThat(off()).isEqualTo(1000);
        rules.amount("ten", 16);
        awaitOff(1600);
    }

    @Test
    void manyWritesAtOnceAreOneReloadOrAFew() {
        int before = heard.size();
        for (int i = 0; i < 200; i++) {
            rules.amount("extra-" + i % 20, 1 + i % 7);
        }
        awaitOff(1000);
        await("all files", () -> engine.engine().promotions().size() == 21);
        assertThat(heard.size() - before).as("reloads for 200 writes").isLessThan(50);
    }

    @Test
    void aFolderThatIsNeverQuietIsReadAllTheSame() {
        rules.amount("ten", 17);
        long end = System.nanoTime() + PATIENCE_MS * 1_000_000;
        while (off() != 1700 && System.nanoTime() < end) {
            rules.write("noise.txt", "");
            pause(5);
        }
        assertThat(off()).isEqualTo(1700);
    }

    @Test
    void closedItStopsAndTheThreadEnds() {
        assertThat(watch.isOpen()).isTrue();
        watch.close();
        watch.close();
        assertThat(watch.isOpen()).isFalse();
        await("the end of the thread", () -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().equals("plaindeal-watch")));
        rules.amount("ten", 18);
        pause(300);
        assertThat(off()).isEqualTo(1000);
    }

    @Test
    void itsThreadDoesNotKeepTheProcessAlive() {
        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(thread -> thread.getName().equals("plaindeal-watch"))
                .isNotEmpty()
                .allMatch(Thread::isDaemon);
    }

    @Test
    void aQuietTimeOfNothingIsRefused() {
        for (Duration wrong : List.of(Duration.ZERO, Duration.ofMillis(-1), Duration.ofDays(1), Duration.ofSeconds(Long.MAX_VALUE))) {
            assertThatThrownBy(() -> engine.watch(wrong)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("1 ms");
        }
    }

    /** Links in the folder and below it, as a volume of configuration has them. */
    @Test
    void aVolumeOfLinksTurnedToItsNextState() throws IOException {
        watch.close();
        Volume volume = new Volume(temporary.resolve("volume"));
        volume.turnTo("..2026_11_26", 70, "ten");
        engine = ReloadingEngine.load(volume.folder());
        watch = engine.watch(SETTLE);
        volume.turnTo("..2026_11_27", 71, "ten");
        awaitOff(7100);
        volume.turnTo("..2026_11_28", 72, "ten");
        awaitOff(7200);
    }

    /** One volume for each folder of rules, whose files are links. */
    @Test
    void aVolumeOfFilesThatAreLinksTurnedToItsNextState() throws IOException {
        Path mounted = folder.resolve("promotions/gb");
        for (int dollars : new int[] {80, 81, 82}) {
            Path moment = mounted.resolve("..moment-" + dollars);
            new Rules(moment).write("eighty.drl", Rules.promotion("eighty", "code == \"SAVE\"", dollars));
            Path turned = Files.createSymbolicLink(mounted.resolve("..data_tmp"), moment.getFileName());
            Files.move(turned, mounted.resolve("..data"), ATOMIC_MOVE);
            if (dollars == 80) {
                Files.createSymbolicLink(mounted.resolve("eighty.drl"), Path.of("..data/eighty.drl"));
            }
            awaitOff(dollars * 100L);
        }
    }
}
