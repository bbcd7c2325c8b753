package dev.plaindeal.backtest;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * Puts orders into the order of time, however many there are: what does not fit into memory waits sorted in files of the system's folder
 * for such, which are deleted at the end. For one thread.
 */
final class TimeSort implements AutoCloseable {

    /** Bytes of orders that are sorted in memory. */
    static final int USUAL_MEMORY = 1 << 26;
    private static final int OVERHEAD = 80;
    private static final int BUFFER = 1 << 16;

    private final int memory;
    private List<ArrivalOrder> kept = new ArrayList<>();
    private long keptBytes;
    private final List<Path> spilled = new ArrayList<>();
    private final List<SortedPart> parts = new ArrayList<>();
    private final PriorityQueue<SortedPart> next =
            new PriorityQueue<>((one, other) -> ArrivalOrder.IN_TIME.compare(one.head.orElseThrow(), other.head.orElseThrow()));

    TimeSort(int memory) {
        this.memory = memory;
    }

    /** Orders in the order of time, one after the other. */
    private static final class SortedPart implements AutoCloseable {
        private final DataInputStream in;
        private Optional<ArrivalOrder> head = Optional.empty();
        private int left;

        SortedPart(DataInputStream in, int count) throws IOException {
            this.in = in;
            this.left = count;
            advance();
        }

        void advance() throws IOException {
            head = left-- > 0 ? Optional.of(read(in)) : Optional.empty();
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }

    void add(ArrivalOrder order) throws IOException {
        kept.add(order);
        keptBytes += order.json().length + OVERHEAD;
        if (keptBytes > memory) {
            spill();
        }
    }

    private void spill() throws IOException {
        kept.sort(ArrivalOrder.IN_TIME);
        Path file = Files.createTempFile("plaindeal-orders", ".sorted");
        spilled.add(file);
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), BUFFER))) {
            out.writeInt(kept.size());
            for (ArrivalOrder order : kept) {
                write(order, out);
            }
        }
        kept = new ArrayList<>();
        keptBytes = 0;
    }

    /** All are there; {@link #poll} gives the first. */
    void sort() throws IOException {
        kept.sort(ArrivalOrder.IN_TIME);
        if (!spilled.isEmpty()) {
            spill();
        }
        for (Path file : spilled) {
            DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER));
            SortedPart part = new SortedPart(in, in.readInt());
            parts.add(part);
            if (part.head.isPresent()) {
                next.add(part);
            }
        }
        java.util.Collections.reverse(kept);
    }

    /** The next order in time, empty behind the last. */
    Optional<ArrivalOrder> poll() throws IOException {
        if (spilled.isEmpty()) {
            return kept.isEmpty() ? Optional.empty() : Optional.of(kept.remove(kept.size() - 1));
        }
        SortedPart part = next.poll();
        if (part == null) {
            return Optional.empty();
        }
        Optional<ArrivalOrder> first = part.head;
        part.advance();
        if (part.head.isPresent()) {
            next.add(part);
        }
        return first;
    }

    private static void write(ArrivalOrder order, DataOutputStream out) throws IOException {
        out.writeLong(order.at().getEpochSecond());
        out.writeInt(order.at().getNano());
        out.writeInt(order.file());
        out.writeInt(order.line());
        out.writeInt(order.json().length);
        out.write(order.json());
    }

    private static ArrivalOrder read(DataInputStream in) throws IOException {
        Instant at = Instant.ofEpochSecond(in.readLong(), in.readInt());
        int file = in.readInt();
        int line = in.readInt();
        byte[] json = new byte[in.readInt()];
        in.readFully(json);
        return new ArrivalOrder(at, file, line, json);
    }

    @Override
    public void close() throws IOException {
        for (SortedPart part : parts) {
            part.close();
        }
        for (Path file : spilled) {
            Files.deleteIfExists(file);
        }
    }
}
