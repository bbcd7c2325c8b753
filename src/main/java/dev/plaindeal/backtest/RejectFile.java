package dev.plaindeal.backtest;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Where bad lines go as they are, in the order of the input, so that they can be mended and read again. For one thread. */
public final class RejectFile implements AutoCloseable {

    private final String name;
    private final FileChannel channel;

    private RejectFile(String name, FileChannel channel) {
        this.name = name;
        this.channel = channel;
    }

    /** Opens it; what it holds stays until the run begins. */
    public static RejectFile open(Path file) throws IOException {
        return new RejectFile(file.toAbsolutePath().normalize().toString(), FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE));
    }

    /** Which file it is. */
    String name() {
        return name;
    }

    /** Goes on behind so many bytes, whatever came after them. */
    void resume(long length) throws IOException {
        if (channel.size() < length) {
            throw new IOException("the reject file has become shorter since");
        }
        channel.truncate(length);
        channel.position(length);
    }

    void add(BadLine line) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(line.bytes().length + 1).put(line.bytes()).put((byte) '\n').flip();
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** Its length, once all of it is on the disk. */
    long saved() throws IOException {
        channel.force(false);
        return channel.position();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
