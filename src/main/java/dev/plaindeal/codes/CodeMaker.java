package dev.plaindeal.codes;

import java.util.random.RandomGenerator;

/** Makes codes out of random bytes. For one thread. */
final class CodeMaker {

    private static final int BUFFER = 8 * 1024;
    private static final int BYTES = 256;

    private final CodeOrder order;
    private final RandomGenerator random;
    private final byte[] drawn = new byte[BUFFER];
    private int next = BUFFER;

    CodeMaker(CodeOrder order, RandomGenerator random) {
        this.order = order;
        this.random = random;
    }

    String code() {
        StringBuilder signs = new StringBuilder(order.length());
        while (signs.length() < order.length() - 1) {
            signs.append(sign());
        }
        signs.append(CodeSigns.check(signs));
        return order.prefix().isEmpty() ? signs.toString() : order.prefix() + "-" + signs;
    }

    /** Bytes beyond the last whole multiple of the number of signs are drawn again: all signs are equally likely. */
    private char sign() {
        int count = CodeSigns.count();
        int one = draw();
        while (one >= BYTES / count * count) {
            one = draw();
        }
        return CodeSigns.sign(one % count);
    }

    private int draw() {
        if (next == BUFFER) {
            random.nextBytes(drawn);
            next = 0;
        }
        return Byte.toUnsignedInt(drawn[next++]);
    }
}
