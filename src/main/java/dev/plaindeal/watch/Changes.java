package dev.plaindeal.watch;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_DELETE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;

import dev.plaindeal.text.Visible;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells that something in a folder or below it may have changed, never what: whoever asks reads the folder again, so a lost
 * or doubled event does no harm.
 *
 * <p>The folder itself may be renamed away, come back, or be a link that is turned to another folder, which no event tells;
 * so it is looked at once a second. Only {@link #close} may be called from another thread.
 */
final class Changes implements AutoCloseable {

    private static final Duration LOOK = Duration.ofSeconds(1);
    /** How often a folder is read that the system does not watch, because it has run out of watches. */
    private static final Duration DEAF_LOOK = Duration.ofSeconds(10);
    /** The depth rules are read to, and one more to hear of a folder that is too deep. */
    private static final int DEEPEST = 10;

    private final Path folder;
    private final WatchService service;
    private Set<WatchKey> keys = new HashSet<>();
    private Optional<Identity> followed = Optional.empty();
    private boolean deaf;

    /** Which folder a path leads to; a folder put in the place of another has another key. */
    private record Identity(Path real, Optional<Object> key) {}

    /** Hears of everything that changes after this returns. */
    Changes(Path folder) {
        this.folder = folder;
        try {
            this.service = folder.getFileSystem().newWatchService();
        } catch (IOException exhausted) {
            throw new UncheckedIOException(exhausted);
        }
        follow();
    }

    /** Waits a while for a change; whether there was one. */
    boolean any() throws InterruptedException {
        boolean heard = within(deaf ? DEAF_LOOK : LOOK);
        return heard || deaf || !identity().equals(followed);
    }

    /** Waits so long for an event; whether there was one. */
    boolean within(Duration wait) throws InterruptedException {
        WatchKey key = service.poll(wait.toNanos(), TimeUnit.NANOSECONDS);
        boolean heard = key != null;
        while (key != null) {
            key.pollEvents();
            key.reset();
            key = service.poll();
        }
        return heard;
    }

    /** Watches folders that are new and forgets those that are gone. What is there before this returns need not be told. */
    void follow() {
        Set<WatchKey> now = new HashSet<>();
        deaf = false;
        followed = identity();
        followed.ifPresent(identity -> register(identity.real(), now));
        keys.stream().filter(key -> !now.contains(key)).forEach(WatchKey::cancel);
        keys = now;
    }

    private Optional<Identity> identity() {
        try {
            Path real = folder.toRealPath();
            BasicFileAttributes attributes = Files.readAttributes(real, BasicFileAttributes.class);
            return attributes.isDirectory()
                    ? Optional.of(new Identity(real, Optional.ofNullable(attributes.fileKey())))
                    : Optional.empty();
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    private void register(Path root, Set<WatchKey> into) {
        try {
            Files.walkFileTree(root, EnumSet.noneOf(java.nio.file.FileVisitOption.class), DEEPEST, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path entry, BasicFileAttributes attributes) {
                    register(entry).ifPresent(into::add);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path entry, IOException gone) {
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path entry, @org.jspecify.annotations.Nullable IOException gone) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private Optional<WatchKey> register(Path entry) {
        try {
            return Optional.of(entry.register(service, ENTRY_CREATE, ENTRY_DELETE, ENTRY_MODIFY));
        } catch (IOException refused) {
            if (Files.isDirectory(entry) && !deaf) {
                deaf = true;
                log(refused);
            }
            return Optional.empty();
        }
    }

    private void log(IOException refused) {
        Logger log = LoggerFactory.getLogger(ReloadingEngine.class);
        log.warn("the system does not watch all of {}, so it is read every {} s: {}",
                Visible.line(folder.toString()), DEAF_LOOK.toSeconds(), Visible.line(String.valueOf(refused.getMessage())));
    }

    @Override
    public void close() {
        try {
            service.close();
        } catch (IOException harmless) {
            throw new UncheckedIOException(harmless);
        }
    }
}
