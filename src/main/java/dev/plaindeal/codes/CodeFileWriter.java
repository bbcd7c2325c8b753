package dev.plaindeal.codes;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;

/** Writes a code file from sorted lines; its first line last, when the others are known. For one thread. */
final class CodeFileWriter implements Closeable {

    private static final int BUFFER = 64 * 1024;

    private final FileChannel channel;
    private final CRC32C crc = new CRC32C();
    private final OutputStream out;
    private long codes;

    /** The file is a new one: what is there already is replaced and not written into. */
    CodeFileWriter(Path file) throws IOException {
        Files.deleteIfExists(file);
        this.channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        channel.position(CodesHeader.LENGTH);
        this.out = new BufferedOutputStream(new CheckedOutputStream(Channels.newOutputStream(channel), crc), BUFFER);
    }

    void add(byte[] line) throws IOException {
        out.write(line);
        out.write(CodeLine.END);
        codes++;
    }

    long codes() {
        return codes;
    }

    /** Writes the first line. */
    void finish() throws IOException {
        out.flush();
        CodesHeader header = new CodesHeader(codes, channel.position() - CodesHeader.LENGTH, crc.getValue());
        ByteBuffer line = ByteBuffer.wrap(header.line());
        while (line.hasRemaining()) {
            channel.write(line, line.position());
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
