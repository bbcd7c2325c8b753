package dev.plaindeal.studio;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/**
 * What a studio is opened with.
 *
 * @param rules the folder of rule files
 * @param fixtures the folder of baskets to try; it need not exist
 * @param orders a file of baskets as JSON lines in place of the fixtures, to see what an edit does to them
 * @param port on the loopback address; 0 for any that is free
 * @param token what the page has to show; chosen anew for each run, or other users of the machine could guess it
 * @param clock tells which promotions hold now, and the moment for baskets that name none
 * @param history what version control says of a file
 */
public record StudioSetup(
        Path rules, Path fixtures, Optional<Path> orders, int port, String token, Clock clock, FileHistory history) {

    /** Version control, as far as the studio looks at it. */
    @FunctionalInterface
    public interface FileHistory {
        /**
         * How a file stands to its last revision.
         *
         * @param file a file of the rules folder
         */
        Revised since(Path file);
    }

    /** What has become of a file since its last revision. */
    public enum Since {
        /** It says something else. */
        CHANGED,
        /** It says the same. */
        SAME,
        /** No revision has it yet. */
        NEW,
        /** There is no repository, or no revision in it. */
        UNKNOWN
    }

    /**
     * The same with what has changed.
     *
     * @param difference as text; empty but where something has changed
     */
    public record Revised(Since since, String difference) {}
}
