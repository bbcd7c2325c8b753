package dev.plaindeal.limits;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The short run of {@link UnderFire}; its seed, where another is wanted, is the property {@code limits.seed}. */
class UnderFireTest {

    @Test
    void nothingIsOverspentLostOrPaidInVainWhileTheServerIsKilled() throws Exception {
        assertThat(UnderFire.run(new UnderFire.Plan(6_000, 16, 3, Long.getLong("limits.seed", 20_261_127)))).isEmpty();
    }
}
