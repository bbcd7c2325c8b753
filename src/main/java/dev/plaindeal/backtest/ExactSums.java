package dev.plaindeal.backtest;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Map;
import java.util.TreeMap;

/**
 * Some sums of whole numbers that never overflow: what does not fit 64 bits is carried on beside them. The same numbers give the same
 * sums in any order and in any grouping. For one thread.
 *
 * <p>Worked number: {@code Long.MAX_VALUE} added twice is 18446744073709551614.
 */
final class ExactSums {

    private final long[] low;
    private final Map<Integer, BigInteger> carried = new TreeMap<>();

    ExactSums(int size) {
        this.low = new long[size];
    }

    void add(int index, long value) {
        long before = low[index];
        long after = before + value;
        boolean overflowed = ((before ^ after) & (value ^ after)) < 0;
        if (overflowed) {
            carried.merge(index, BigInteger.valueOf(before), BigInteger::add);
        }
        low[index] = overflowed ? value : after;
    }

    void addAll(ExactSums others) {
        for (int i = 0; i < low.length; i++) {
            add(i, others.low[i]);
        }
        others.carried.forEach((index, sum) -> carried.merge(index, sum, BigInteger::add));
    }

    BigInteger get(int index) {
        return BigInteger.valueOf(low[index]).add(carried.getOrDefault(index, BigInteger.ZERO));
    }

    void write(DataOutput out) throws IOException {
        for (int i = 0; i < low.length; i++) {
            byte[] sum = get(i).toByteArray();
            out.writeByte(sum.length);
            out.write(sum);
        }
    }

    void read(DataInput in) throws IOException {
        for (int i = 0; i < low.length; i++) {
            byte[] sum = new byte[in.readUnsignedByte()];
            in.readFully(sum);
            addBig(i, new BigInteger(sum));
        }
    }

    private void addBig(int index, BigInteger sum) {
        if (sum.bitLength() < Long.SIZE) {
            add(index, sum.longValue());
        } else {
            carried.merge(index, sum, BigInteger::add);
        }
    }
}
