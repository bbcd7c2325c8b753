package dev.plaindeal.watch;

import dev.plaindeal.text.Visible;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Path;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A rules folder being watched; close it to stop. Thread-safe.
 *
 * <p>Editors that save by renaming, folders that come, go or are swapped, and a rules folder that is gone for a while are all
 * noticed.
 */
public final class Watch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ReloadingEngine.class);
    /** Quiet times after which a folder that is never quiet is read all the same. */
    private static final int PATIENCE = 10;

    private final Path folder;
    private final Duration settle;
    private final Runnable reload;
    private final Changes changes;
    private final Thread thread;
    private volatile boolean closed;

    /** Starts watching: what changes after this returns is noticed. */
    Watch(Path folder, Duration settle, Runnable reload) {
        if (settle.compareTo(Duration.ofMillis(1)) < 0 || settle.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException("a quiet time is from 1 ms to an hour, not " + settle);
        }
        this.folder = folder;
        this.settle = settle;
        this.reload = reload;
        this.changes = new Changes(folder);
        this.thread = new Thread(this::run, "plaindeal-watch");
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        try (changes) {
            // The folder may have changed between its load and the moment it began to be watched.
            begin();
            while (!closed) {
                listen();
            }
        } catch (ClosedWatchServiceException | InterruptedException stop) {
            closed = true;
        } catch (RuntimeException | Error broken) {
            closed = true;
            LOG.error("the rules folder {} is no longer watched", Visible.line(folder.toString()), broken);
        }
    }

    private void listen() throws InterruptedException {
        if (changes.any()) {
            settle();
            changes.follow();
            begin();
        }
    }

    /** Reloads unless this was closed; what was decided before is under way. */
    private void begin() {
        boolean open;
        synchronized (this) {
            open = !closed;
        }
        if (open) {
            reload.run();
        }
    }

    private void settle() throws InterruptedException {
        long latest = System.nanoTime() + PATIENCE * settle.toNanos();
        boolean busy = true;
        while (busy && System.nanoTime() - latest < 0) {
            busy = changes.within(settle);
        }
    }

    /** Whether changes are still noticed. */
    public boolean isOpen() {
        return !closed;
    }

    /** Stops watching. A reload that is under way ends in its own time, and may still publish; none begins after it. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        changes.close();
    }
}
