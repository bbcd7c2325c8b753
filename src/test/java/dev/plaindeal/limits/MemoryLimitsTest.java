package dev.plaindeal.limits;

import java.time.Clock;

class MemoryLimitsTest extends LimitStoreContract {

    @Override
    LimitStore empty(Clock clock) {
        return new MemoryLimits(clock);
    }
}
