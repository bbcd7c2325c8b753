package dev.plaindeal.backtest;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.zip.CRC32;

/**
 * Where a run stands: what it is a run of, how far it is, and what is known so far.
 *
 * @param run what it is a run of
 * @param now the moment for orders that name none
 * @param spot up to where the input is worked off
 * @param rejected bytes of the reject file
 * @param summary of the orders up to there
 */
record Checkpoint(RunName run, Instant now, InputSpot spot, long rejected, Summary summary) {

    private static final String FORM = "plaindeal backtest checkpoint 2";

    byte[] bytes() throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(content);
        out.writeUTF(FORM);
        out.writeUTF(run.rules());
        out.writeUTF(run.orders());
        out.writeUTF(run.rejects());
        out.writeUTF(run.settings());
        out.writeUTF(now.toString());
        out.writeInt(spot.file());
        out.writeLong(spot.bytes());
        out.writeInt(spot.lines());
        out.writeLong(rejected);
        SummaryBytes.write(summary, out);
        out.writeLong(sum(content.toByteArray(), content.size()));
        return content.toByteArray();
    }

    /**
     * Reads one.
     *
     * @throws IOException for what is none, or is broken
     */
    static Checkpoint of(byte[] bytes) throws IOException {
        int length = bytes.length - Long.BYTES;
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        if (length < 0 || !in.readUTF().equals(FORM)) {
            throw new IOException("it is none of this version");
        }
        if (new DataInputStream(new ByteArrayInputStream(bytes, length, Long.BYTES)).readLong() != sum(bytes, length)) {
            throw new IOException("it is not whole");
        }
        RunName run = new RunName(in.readUTF(), in.readUTF(), in.readUTF(), in.readUTF());
        return new Checkpoint(run, Instant.parse(in.readUTF()), new InputSpot(in.readInt(), in.readLong(), in.readInt()),
                in.readLong(), SummaryBytes.read(in));
    }

    private static long sum(byte[] bytes, int length) {
        CRC32 sum = new CRC32();
        sum.update(bytes, 0, length);
        return sum.getValue();
    }
}
