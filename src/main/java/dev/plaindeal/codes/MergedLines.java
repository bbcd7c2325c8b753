package dev.plaindeal.codes;

import java.io.Closeable;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * The lines of several sorted sources in one order. Of one code in several sources the line of the first comes first. For one
 * thread.
 */
final class MergedLines implements Closeable {

    private final List<LineSource> sources;
    private final PriorityQueue<Head> heads = new PriorityQueue<>(
            Comparator.comparing(Head::line, CodeLine.BY_CODE).thenComparing(Head::place));

    /** The next line of a source. */
    private record Head(byte[] line, int place) {}

    MergedLines(List<LineSource> sources) throws IOException {
        this.sources = sources;
        for (int i = 0; i < sources.size(); i++) {
            advance(i);
        }
    }

    private void advance(int place) throws IOException {
        sources.get(place).next().ifPresent(line -> heads.add(new Head(line, place)));
    }

    Optional<byte[]> next() throws IOException {
        Head head = heads.poll();
        if (head == null) {
            return Optional.empty();
        }
        advance(head.place());
        return Optional.of(head.line());
    }

    @Override
    public void close() throws IOException {
        for (LineSource source : sources) {
            source.close();
        }
    }
}
