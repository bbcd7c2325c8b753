package dev.plaindeal.backtest;

import dev.plaindeal.read.BasketReader;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** Cuts files of orders into blocks of whole lines, one after the other. Holds one block at a time. For one thread. */
final class OrderBlocks implements AutoCloseable {

    /** A few hundred usual orders: little enough to hold dozens of, enough that handing them over costs nothing. */
    static final int USUAL_BYTES = 1 << 18;
    private static final int GZIP_FIRST = 0x1f;
    private static final int GZIP_SECOND = 0x8b;
    private static final int BUFFER = 1 << 16;

    private final List<OrderFile> files;
    private InputSpot spot;
    private InputStream in = InputStream.nullInputStream();
    /** Bytes read that belong to the next block. */
    private byte[] rest = new byte[0];
    private Opened opened = Opened.NOT_YET;

    private enum Opened { NOT_YET, NOW }

    OrderBlocks(List<OrderFile> files, InputSpot from) {
        this.files = List.copyOf(files);
        this.spot = from;
    }

    /** Where the next block begins. */
    InputSpot spot() {
        return spot;
    }

    /** The name of the file that is read now. */
    String file() {
        return files.get(Math.min(spot.file(), files.size() - 1)).name();
    }

    /** The next block, empty behind the last. */
    Optional<OrderBlock> next() throws IOException {
        while (spot.file() < files.size()) {
            if (opened == Opened.NOT_YET) {
                open();
            }
            byte[] bytes = fill();
            if (bytes.length > 0) {
                return Optional.of(cut(bytes));
            }
            close();
            spot = spot.nextFile();
        }
        return Optional.empty();
    }

    private void open() throws IOException {
        InputStream raw = new BufferedInputStream(files.get(spot.file()).opener().open(), BUFFER);
        in = raw;
        in = isPacked(raw) ? new GZIPInputStream(raw, BUFFER) : raw;
        in.skipNBytes(spot.bytes());
        rest = new byte[0];
        opened = Opened.NOW;
    }

    private static boolean isPacked(InputStream raw) throws IOException {
        raw.mark(2);
        boolean packed = raw.read() == GZIP_FIRST && raw.read() == GZIP_SECOND;
        raw.reset();
        return packed;
    }

    /** What is left and more, up to the usual size, and on until a line ends in it. */
    private byte[] fill() throws IOException {
        byte[] bytes = rest;
        int wanted = USUAL_BYTES;
        boolean more = true;
        while (more && (bytes.length < wanted || lastEnd(bytes) == 0 && bytes.length <= BasketReader.MOST_BYTES)) {
            byte[] read = in.readNBytes(Math.max(wanted - bytes.length, USUAL_BYTES));
            more = read.length > 0;
            byte[] both = Arrays.copyOf(bytes, bytes.length + read.length);
            System.arraycopy(read, 0, both, bytes.length, read.length);
            bytes = both;
        }
        return bytes;
    }

    private OrderBlock cut(byte[] bytes) throws IOException {
        int end = lastEnd(bytes);
        if (end == 0 && bytes.length > BasketReader.MOST_BYTES) {
            return cutLong(bytes);
        }
        int length = end == 0 ? bytes.length : end;
        rest = Arrays.copyOfRange(bytes, length, bytes.length);
        int lines = OrderBlock.lines(bytes, length) + (end == 0 ? 1 : 0);
        return block(Arrays.copyOf(bytes, length), spot.after(length, lines), OrderBlock.Fit.WHOLE);
    }

    /** Behind the last line end in there, 0 where there is none. */
    private static int lastEnd(byte[] bytes) {
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        return end;
    }

    /** Its beginning stands for it; the rest is passed over up to its end. */
    private OrderBlock cutLong(byte[] bytes) throws IOException {
        long length = bytes.length;
        byte[] more = in.readNBytes(USUAL_BYTES);
        int end = firstEnd(more);
        while (end == 0 && more.length > 0) {
            length += more.length;
            more = in.readNBytes(USUAL_BYTES);
            end = firstEnd(more);
        }
        rest = Arrays.copyOfRange(more, end, more.length);
        return block(Arrays.copyOf(bytes, BasketReader.MOST_BYTES), spot.after(length + end, 1), OrderBlock.Fit.CUT);
    }

    private static int firstEnd(byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                return i + 1;
            }
        }
        return 0;
    }

    private OrderBlock block(byte[] bytes, InputSpot end, OrderBlock.Fit fit) {
        OrderBlock block = new OrderBlock(file(), spot, end, bytes, fit);
        spot = end;
        return block;
    }

    @Override
    public void close() throws IOException {
        opened = Opened.NOT_YET;
        in.close();
    }
}
