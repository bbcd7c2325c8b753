package dev.plaindeal.codes;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Sorts any number of lines in little memory: some at a time, each lot into a file of its own, and in the end all of these as one.
 * For one thread.
 */
final class CodeSorter implements Closeable {

    private static final int BUFFER = 64 * 1024;
    /** So many lots are put together as one, so that never too many files are open. */
    private static final int MOST_LOTS = 64;

    private final Path folder;
    private final int most;
    private final List<byte[]> lot = new ArrayList<>();
    /** Lots on the disk; those of each level are made of so many of the level below. */
    private final List<List<Path>> levels = new ArrayList<>();
    private int files;

    /**
     * Puts its files beside one that is to be written.
     *
     * @param most lines that are kept in memory
     */
    CodeSorter(Path beside, int most) throws IOException {
        Path parent = Optional.ofNullable(beside.toAbsolutePath().getParent()).orElseThrow();
        this.folder = Files.createTempDirectory(parent, ".plaindeal-codes-");
        this.most = most;
    }

    void add(byte[] line) throws IOException {
        lot.add(line);
        if (lot.size() == most) {
            spill();
        }
    }

    private void spill() throws IOException {
        lot.sort(CodeLine.ORDER);
        Path file = next();
        try (OutputStream out = output(file)) {
            for (byte[] line : lot) {
                write(out, line);
            }
        }
        lot.clear();
        enter(file, 0);
    }

    private void enter(Path file, int level) throws IOException {
        if (level == levels.size()) {
            levels.add(new ArrayList<>());
        }
        List<Path> same = levels.get(level);
        same.add(file);
        if (same.size() == MOST_LOTS) {
            Path together = together(same);
            same.clear();
            enter(together, level + 1);
        }
    }

    private Path together(List<Path> lots) throws IOException {
        Path file = next();
        try (MergedLines lines = opened(lots); OutputStream out = output(file)) {
            for (Optional<byte[]> line = lines.next(); line.isPresent(); line = lines.next()) {
                write(out, line.get());
            }
        }
        for (Path one : lots) {
            Files.delete(one);
        }
        return file;
    }

    private Path next() {
        return folder.resolve(String.valueOf(files++));
    }

    private static OutputStream output(Path file) throws IOException {
        return new BufferedOutputStream(Files.newOutputStream(file), BUFFER);
    }

    private static void write(OutputStream out, byte[] line) throws IOException {
        out.write(line);
        out.write(CodeLine.END);
    }

    private static MergedLines opened(List<Path> lots) throws IOException {
        return new MergedLines(sources(lots));
    }

    private static List<LineSource> sources(List<Path> lots) throws IOException {
        List<LineSource> sources = new ArrayList<>();
        for (Path one : lots) {
            sources.add(new LineSource(Files.newInputStream(one)));
        }
        return sources;
    }

    /** Everything added so far, sorted; more can be added afterwards. Whoever takes it closes each. */
    List<LineSource> sorted() throws IOException {
        if (!lot.isEmpty()) {
            spill();
        }
        return sources(levels.stream().flatMap(List::stream).toList());
    }

    /** Takes its files away. */
    @Override
    public void close() throws IOException {
        for (int i = 0; i < files; i++) {
            Files.deleteIfExists(folder.resolve(String.valueOf(i)));
        }
        Files.deleteIfExists(folder);
    }
}
