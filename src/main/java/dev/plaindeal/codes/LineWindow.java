package dev.plaindeal.codes;

/**
 * The lines around a place of a code file, copied out of it: bytes of an array are read faster than those of a mapped file. What is
 * outside of the window is read there. For one look-up by one thread.
 */
final class LineWindow {

    private static final int BEFORE = 48;
    private static final int WIDTH = 112;
    /** Longer lines are none: a code has 200 characters at most and a pool's name 100. */
    static final int LONGEST_LINE = 2_000;

    private final MappedFile file;
    private final byte[] bytes = new byte[WIDTH];
    private long from;
    private int length;

    LineWindow(MappedFile file) {
        this.file = file;
    }

    /** Looks at this place and says where its line begins; none begins before {@code least}. */
    long lineAt(long place, long least) {
        from = Math.max(0, place - BEFORE);
        length = (int) Math.min(WIDTH, file.size() - from);
        file.copy(from, bytes, length);
        long start = place;
        while (start > least && at(start - 1) != CodeLine.END) {
            start--;
            requireLine(start, place);
        }
        return start;
    }

    private byte at(long place) {
        long index = place - from;
        return index >= 0 && index < length ? bytes[(int) index] : file.at(place);
    }

    /** Where the line ends that begins here. */
    long end(long start) {
        long end = start;
        while (at(end) != CodeLine.END) {
            end++;
            requireLine(start, end);
        }
        return end;
    }

    private static void requireLine(long start, long end) {
        if (end - start > LONGEST_LINE) {
            throw damaged();
        }
    }

    private static IllegalStateException damaged() {
        return new IllegalStateException("a line of the code file is damaged");
    }

    /**
     * How a code compares with that of the line that begins here.
     *
     * @throws IllegalStateException where that is no line
     */
    int compared(byte[] code, long start) {
        for (int i = 0; i <= code.length; i++) {
            byte there = at(start + i);
            byte wanted = i < code.length ? code[i] : CodeLine.TAB;
            if (there == CodeLine.END) {
                throw damaged();
            }
            if (there != wanted) {
                return Byte.compareUnsigned(wanted, there);
            }
        }
        return 0;
    }
}
