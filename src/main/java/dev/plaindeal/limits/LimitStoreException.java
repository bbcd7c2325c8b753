package dev.plaindeal.limits;

import java.sql.SQLException;

/** Why a store could not answer. Each kind asks for something else. */
public abstract sealed class LimitStoreException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private LimitStoreException(String message, SQLException cause) {
        super(message, cause);
    }

    private LimitStoreException(String message) {
        super(message);
    }

    /** There was no connection, so nothing was asked and nothing has changed. Ask again later. */
    public static final class Unreachable extends LimitStoreException {
        private static final long serialVersionUID = 1;

        Unreachable(SQLException cause) {
            super("there is no connection to the database of limits; nothing was asked of it", cause);
        }
    }

    /**
     * The connection was lost while the database was asked, so it may have been done or not. Ask again by the same key: everything is
     * repeatable. In a transaction of the host's the transaction decides: if it was not committed, nothing was done.
     */
    public static final class OutcomeUnknown extends LimitStoreException {
        private static final long serialVersionUID = 1;

        OutcomeUnknown(SQLException cause) {
            super("the connection to the database of limits was lost while it was asked; it may have been done, so ask again with the same key",
                    cause);
        }
    }

    /** The database has no schema of limits, or one of another version. Nothing was done; run {@link PostgresLimits#migrate}. */
    public static final class WrongSchema extends LimitStoreException {
        private static final long serialVersionUID = 1;

        WrongSchema(String found, int needed) {
            super("the database has " + found + ", and this version of Plaindeal needs version " + needed
                    + " of its schema plaindeal_limits; PostgresLimits.migrate makes it of an older one");
        }
    }

    /** The database refused, for instance because a statement took too long; nothing was done. */
    public static final class Refused extends LimitStoreException {
        private static final long serialVersionUID = 1;

        Refused(SQLException cause) {
            super("the database of limits refused: " + cause.getMessage() + " (SQL state " + cause.getSQLState() + "); nothing was done", cause);
        }
    }
}
