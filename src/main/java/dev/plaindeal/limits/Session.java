package dev.plaindeal.limits;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import javax.sql.DataSource;

/** Where statements run: in a transaction of their own, or in the host's. Both say by their own words what went wrong. */
sealed interface Session {

    /** Of each pair of calls that wait for each other the database ends one; it is tried again so often. */
    int TRIES = 5;

    /** Something asked of a database. */
    @FunctionalInterface
    interface Query<T> {
        T ask(Connection connection) throws SQLException;
    }

    /**
     * The answer.
     *
     * @throws LimitStoreException where there is none
     */
    <T> T answer(Query<T> query);

    /** Each query on a connection of the host's pool, in a transaction of its own. */
    record EachAlone(DataSource source) implements Session {
        @Override
        public <T> T answer(Query<T> query) {
            for (int tries = 1; ; tries++) {
                try (Connection connection = connection()) {
                    return inTransaction(connection, query);
                } catch (SQLException failed) {
                    if (tries == TRIES || !SqlStates.isConflict(failed)) {
                        throw SqlStates.told(failed);
                    }
                }
            }
        }

        private Connection connection() {
            try {
                return source.getConnection();
            } catch (SQLException none) {
                throw new LimitStoreException.Unreachable(none);
            }
        }

        private static <T> T inTransaction(Connection connection, Query<T> query) throws SQLException {
            if (connection.getAutoCommit()) {
                return query.ask(connection);
            }
            try {
                T answer = query.ask(connection);
                connection.commit();
                return answer;
            } catch (SQLException | RuntimeException failed) {
                rollBack(connection, failed);
                throw failed;
            }
        }

        private static void rollBack(Connection connection, Exception reason) {
            try {
                connection.rollback();
            } catch (SQLException also) {
                reason.addSuppressed(also);
            }
        }
    }

    /** In the host's transaction, which the host commits. */
    record OfHost(Connection connection) implements Session {
        @Override
        public <T> T answer(Query<T> query) {
            try {
                return query.ask(connection);
            } catch (SQLException failed) {
                throw SqlStates.told(failed);
            }
        }
    }

    /** What the codes of the SQL standard, and those of PostgreSQL, mean to a caller. */
    final class SqlStates {

        private static final Set<String> CONFLICTS = Set.of("40001", "40P01");
        /** The server was told to stop, has crashed, or is starting. */
        private static final Set<String> GOING = Set.of("57P01", "57P02", "57P03");
        /** A schema, table, function or column that is not there. */
        private static final Set<String> MISSING = Set.of("3F000", "42P01", "42883", "42703");

        private SqlStates() {}

        static boolean isConflict(SQLException failed) {
            return CONFLICTS.contains(state(failed));
        }

        static boolean isMissing(SQLException failed) {
            return MISSING.contains(state(failed));
        }

        static LimitStoreException told(SQLException failed) {
            if (state(failed).isEmpty() || state(failed).startsWith("08") || GOING.contains(state(failed))) {
                return new LimitStoreException.OutcomeUnknown(failed);
            }
            return isMissing(failed) ? new LimitStoreException.WrongSchema("no such schema", PostgresLimits.VERSION) : new LimitStoreException.Refused(failed);
        }

        private static String state(SQLException failed) {
            return failed.getSQLState() == null ? "" : failed.getSQLState();
        }
    }
}
