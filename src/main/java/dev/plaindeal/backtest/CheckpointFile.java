package dev.plaindeal.backtest;

import dev.plaindeal.problem.Failure;
import dev.plaindeal.problem.Place;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.problem.ProblemException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/**
 * A file that says how far a run is, so that one that was stopped goes on. It is replaced as a whole, so that it is whole whenever the
 * run stops. For one thread.
 */
public final class CheckpointFile {

    private final Path file;

    /** The file of this name, which need not be there. */
    public CheckpointFile(Path file) {
        this.file = file;
    }

    /** Where the run stopped, empty where it has not begun; {@link ProblemException} when that is another run's. */
    Optional<Checkpoint> read(RunName run) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Checkpoint checkpoint = read();
        if (!checkpoint.run().equals(run)) {
            throw problem("other-run", "This checkpoint is of a run with " + String.join(" and ", checkpoint.run().differences(run)), "Give the command as it was to go on, or delete this file to begin anew");
        }
        return Optional.of(checkpoint);
    }

    private Checkpoint read() {
        try {
            return Checkpoint.of(Files.readAllBytes(file));
        } catch (IOException broken) {
            throw problem("broken-checkpoint", "This checkpoint cannot be read: " + Failure.reason(broken), "Delete it to begin anew");
        }
    }

    void write(Checkpoint checkpoint) throws IOException {
        Path next = file.resolveSibling(file.getFileName() + ".next");
        try (FileChannel channel = FileChannel.open(
                next, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer bytes = ByteBuffer.wrap(checkpoint.bytes());
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** The run is over. */
    void delete() throws IOException {
        Files.deleteIfExists(file);
    }

    private ProblemException problem(String code, String message, String hint) {
        return new ProblemException(List.of(Problem.error(code, Place.of(file.toString()), message, hint)));
    }
}
