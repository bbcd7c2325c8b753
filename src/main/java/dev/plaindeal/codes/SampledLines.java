package dev.plaindeal.codes;

import java.util.ArrayList;
import java.util.List;

/**
 * Some lines of a code file, evenly spread and remembered: between which two of them a code lies is known without asking the file.
 * Immutable.
 *
 * @param lines the lines
 * @param starts where each begins
 * @param first where the first line of all begins
 * @param end where the last line of all ends
 * @param areSorted whether they are lines in order; those of a file that is not sorted are not
 */
record SampledLines(List<byte[]> lines, long[] starts, long first, long end, boolean areSorted) {

    private static final int MOST = 4_096;

    static SampledLines of(MappedFile file) {
        List<byte[]> lines = new ArrayList<>();
        long[] starts = new long[MOST];
        long first = CodesHeader.LENGTH;
        long body = file.size() - first;
        LineWindow window = new LineWindow(file);
        try {
            for (int i = 0; i < MOST && body > 0; i++) {
                long start = window.lineAt(first + (long) ((double) (body - 1) / MOST * i), first);
                if (lines.isEmpty() || starts[lines.size() - 1] < start) {
                    starts[lines.size()] = start;
                    lines.add(file.bytes(start, window.end(start)));
                }
            }
            return new SampledLines(lines, starts, first, file.size(), isInOrder(lines));
        } catch (IllegalStateException damaged) {
            return new SampledLines(List.of(), starts, first, file.size(), false);
        }
    }

    private static boolean isInOrder(List<byte[]> lines) {
        for (int i = 0; i < lines.size(); i++) {
            boolean after = i == 0 || CodeLine.BY_CODE.compare(lines.get(i - 1), lines.get(i)) < 0;
            if (!after || CodeLine.wrong(lines.get(i)).isPresent()) {
                return false;
            }
        }
        return true;
    }

    /** Which is the first whose code comes after this one; as many as there are where none does. */
    int after(byte[] code) {
        int low = 0;
        int high = lines.size();
        while (low < high) {
            int middle = low + high >>> 1;
            if (CodeLine.BY_CODE.compare(lines.get(middle), code) <= 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Where this one begins; the first line of all before them, the end of all behind them. */
    long start(int index) {
        return index < 0 ? first : index < lines.size() ? starts[index] : end;
    }
}
