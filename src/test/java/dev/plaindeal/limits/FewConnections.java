package dev.plaindeal.limits;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** The smallest pool that does: connections are kept, and those that broke are replaced. For tests and benchmarks. Thread-safe. */
final class FewConnections implements DataSource, AutoCloseable {

    private final DataSource source;
    private final BlockingQueue<Kept> idle = new LinkedBlockingQueue<>();

    /** A place in the pool, with its connection once there is one. */
    private static final class Kept {
        private Connection connection;
    }

    FewConnections(DataSource source, int most) {
        this.source = source;
        for (int i = 0; i < most; i++) {
            idle.add(new Kept());
        }
    }

    @Override
    public Connection getConnection() throws SQLException {
        Kept kept = take();
        try {
            if (kept.connection == null) {
                kept.connection = source.getConnection();
            }
            return lent(kept);
        } catch (SQLException | RuntimeException failed) {
            idle.add(kept);
            throw failed;
        }
    }

    private Kept take() throws SQLException {
        try {
            return idle.take();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted", "08001", stopped);
        }
    }

    /** Closing it gives it back; one that broke is closed for good. */
    private Connection lent(Kept kept) {
        Connection real = kept.connection;
        boolean[] broken = {false};
        return (Connection) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
            if (method.getName().equals("close")) {
                if (broken[0] || real.isClosed()) {
                    kept.connection = null;
                    real.close();
                }
                idle.add(kept);
                return null;
            }
            try {
                return method.invoke(real, arguments);
            } catch (InvocationTargetException failed) {
                broken[0] = true;
                throw failed.getCause();
            }
        });
    }

    /** Closes those that nobody has. */
    @Override
    public void close() throws SQLException {
        for (Kept kept = idle.poll(); kept != null; kept = idle.poll()) {
            if (kept.connection != null) {
                kept.connection.close();
            }
        }
    }

    @Override
    public Connection getConnection(String user, String password) {
        throw new UnsupportedOperationException();
    }

    @Override
    public PrintWriter getLogWriter() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setLogWriter(PrintWriter out) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setLoginTimeout(int seconds) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() {
        throw new UnsupportedOperationException();
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
