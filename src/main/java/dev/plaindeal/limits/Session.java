package dev.plaindeal.limits;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.Set;
import java.util.function.Predicate;
import javax.sql.DataSource;

/** Where statements run: in a transaction of their own, or in the host's. Both say by their own words what went wrong. */
sealed interface Session {

    /** Of each pair of calls that get in each other's way the database ends one; it is tried again so often. */
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

    /**
     * The answer to something that changes nothing when it is refused; then it holds no locks either.
     *
     * @param refused whether an answer is a refusal
     * @throws LimitStoreException where there is none
     */
    <T> T answer(Query<T> query, Predicate<T> refused);

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

        /** Its transaction ends with it, and so do its locks. */
        @Override
        public <T> T answer(Query<T> query, Predicate<T> refused) {
            return answer(query);
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
                andThen(failed, connection::rollback);
                throw failed;
            }
        }
    }

    /** What puts things right after a failure. */
    @FunctionalInterface
    interface Mending {
        void run() throws SQLException;
    }

    /** Puts things right after a failure; where that fails too, the first failure is the one that is told. */
    static void andThen(Exception first, Mending mending) {
        try {
            mending.run();
        } catch (SQLException also) {
            first.addSuppressed(also);
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

        /**
         * Goes back to before it where it is refused: the rows it looked at on the way would stay locked until the host's transaction ends,
         * and asking again for others, in the order of their names, could wait for somebody who waits for these.
         */
        @Override
        public <T> T answer(Query<T> query, Predicate<T> refused) {
            return answer(host -> {
                Savepoint before = host.setSavepoint();
                T answer = asked(query, host, before);
                if (refused.test(answer)) {
                    host.rollback(before);
                }
                host.releaseSavepoint(before);
                return answer;
            });
        }

        private static <T> T asked(Query<T> query, Connection host, Savepoint before) throws SQLException {
            try {
                return query.ask(host);
            } catch (SQLException | RuntimeException failed) {
                andThen(failed, () -> host.rollback(before));
                throw failed;
            }
        }
    }

    /** What the codes of the SQL standard, and those of PostgreSQL, mean to a caller. */
    final class SqlStates {

        /** No row where there just was one: the order was forgotten on the way, and is a new one now. */
        private static final String FORGOTTEN = "P0002";
        private static final Set<String> CONFLICTS = Set.of("40001", "40P01", FORGOTTEN);
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
