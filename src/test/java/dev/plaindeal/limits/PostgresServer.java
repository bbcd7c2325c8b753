package dev.plaindeal.limits;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.Assumptions;

/**
 * A real PostgreSQL of the tests' own: on the loopback address, in a folder below {@code target}, unpacked from a jar that Maven loads for the
 * machine that builds. Needs no root, and runs as root too.
 */
final class PostgresServer implements AutoCloseable {

    private static final Duration TO_START = Duration.ofSeconds(90);
    private static final AtomicInteger NEXT = new AtomicInteger();

    private final Path data;
    private EmbeddedPostgres server;

    private PostgresServer(Path data) throws IOException {
        this.data = data;
        this.server = start(0);
    }

    /** One for all tests of this JVM, begun when the first asks. */
    private static final class Shared {
        static final PostgresServer SERVER = begin();

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(SERVER::close));
        }
    }

    /** The server, or the test is skipped and says why: on machines that no binaries are there for. */
    static PostgresServer shared() {
        requireBinaries();
        return Shared.SERVER;
    }

    /** One of this test's own, to be killed and closed. */
    static PostgresServer begin() {
        requireBinaries();
        try {
            Path folder = Files.createDirectories(Path.of("target", "postgres").toAbsolutePath());
            return new PostgresServer(Files.createTempDirectory(folder, "data"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void requireBinaries() {
        boolean found = java.util.stream.Stream.of("linux-x86_64", "linux-arm_64", "darwin-x86_64", "darwin-arm_64", "windows-x86_64")
                .anyMatch(platform -> PostgresServer.class.getResource("/postgres-" + platform + ".txz") != null);
        if (!found) {
            System.err.println("SKIPPED: no PostgreSQL for " + System.getProperty("os.name") + " " + System.getProperty("os.arch")
                    + "; a profile postgres-* in pom.xml loads one: mvn -P postgres-linux-amd64 verify");
        }
        Assumptions.assumeTrue(found, "no PostgreSQL for this machine");
    }

    private EmbeddedPostgres start(int port) throws IOException {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setOverrideWorkingDirectory(Files.createDirectories(Path.of("target", "postgres", "binaries")).toFile())
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("max_connections", "120")
                .setServerConfig("synchronous_commit", "on")
                .setErrorRedirector(ProcessBuilder.Redirect.appendTo(Path.of("target", "postgres", "log.txt").toFile()))
                .setOutputRedirector(ProcessBuilder.Redirect.appendTo(Path.of("target", "postgres", "log.txt").toFile()))
                .setPGStartupWait(TO_START);
        return (port == 0 ? builder : builder.setPort(port)).start();
    }

    /** An empty database of its own, without a pool: each connection is new. */
    DataSource database() {
        String name = "t" + NEXT.incrementAndGet();
        try (Connection connection = server.getPostgresDatabase().getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        return server.getDatabase("postgres", name);
    }

    /**
     * Ends the server and all its processes as a power cut would, and starts it again where it listened before.
     *
     * @return how long nobody could be served, in milliseconds
     */
    long killAndRestart() throws IOException {
        long begin = System.nanoTime();
        ProcessHandle postmaster = ProcessHandle.of(Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).get(0).trim())).orElseThrow();
        List<ProcessHandle> all = new ArrayList<>(postmaster.descendants().toList());
        postmaster.destroyForcibly();
        all.forEach(ProcessHandle::destroyForcibly);
        all.add(postmaster);
        all.forEach(process -> process.onExit().join());
        int port = server.getPort();
        server.close();
        server = start(port);
        return (System.nanoTime() - begin) / 1_000_000;
    }

    /** Stops it and leaves nothing behind. */
    @Override
    public void close() {
        try {
            server.close();
            FileUtils.deleteQuietly(data.toFile());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
