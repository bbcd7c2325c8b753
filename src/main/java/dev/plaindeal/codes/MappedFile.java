package dev.plaindeal.codes;

import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The bytes of a file, which the system brings into memory as they are asked for and may take out again: none of them is on the
 * heap. In parts, because one can have no more than 2 GB. Immutable and thread-safe.
 */
final class MappedFile {

    /** A part has two to the power of this many bytes. */
    private static final int PART_BITS = 30;

    private final MappedByteBuffer[] parts;
    private final int bits;
    private final long size;

    private MappedFile(MappedByteBuffer[] parts, int bits, long size) {
        this.parts = parts;
        this.bits = bits;
        this.size = size;
    }

    static MappedFile of(Path file) throws IOException {
        return of(file, PART_BITS);
    }

    /** In parts of two to the power of {@code bits} bytes. */
    static MappedFile of(Path file, int bits) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = channel.size();
            long length = 1L << bits;
            MappedByteBuffer[] parts = new MappedByteBuffer[Math.toIntExact((size + length - 1) >>> bits)];
            for (int i = 0; i < parts.length; i++) {
                long from = (long) i << bits;
                parts[i] = channel.map(FileChannel.MapMode.READ_ONLY, from, Math.min(length, size - from));
            }
            return new MappedFile(parts, bits, size);
        }
    }

    long size() {
        return size;
    }

    byte at(long place) {
        return parts[(int) (place >>> bits)].get((int) (place & (1L << bits) - 1));
    }

    byte[] bytes(long from, long to) {
        byte[] bytes = new byte[Math.toIntExact(to - from)];
        copy(from, bytes, bytes.length);
        return bytes;
    }

    /** Copies so many bytes from this place on. */
    void copy(long from, byte[] to, int length) {
        int done = 0;
        while (done < length) {
            long place = from + done;
            int part = (int) Math.min(length - done, (1L << bits) - (place & (1L << bits) - 1));
            parts[(int) (place >>> bits)].get((int) (place & (1L << bits) - 1), to, done, part);
            done += part;
        }
    }
}
