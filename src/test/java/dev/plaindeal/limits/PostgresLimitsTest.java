package dev.plaindeal.limits;

import java.time.Clock;
import javax.sql.DataSource;

/** The contract on PostgreSQL, and what only a database can do wrong. */
class PostgresLimitsTest extends LimitStoreContract {

    private final DataSource database = new FewConnections(PostgresServer.shared().database(), 8);

    @Override
    LimitStore empty(Clock clock) {
        PostgresLimits.migrate(database);
        return PostgresLimits.on(database).timedBy(clock);
    }
}
