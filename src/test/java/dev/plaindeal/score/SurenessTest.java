package dev.plaindeal.score;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SurenessTest {

    /** A trend said "simpler in 60 % of the draws" of what was simpler by its score and harder in 60 % of the draws. */
    @Test
    void drawsOfTheFirstMayBeTheFewer() {
        assertThat(new Sureness(0.4).drawsOfFirst()).isEqualTo("in 40 % of the draws: too close to call");
        assertThat(new Sureness(0.4).draws()).isEqualTo("in 60 % of the draws: too close to call");
        assertThat(new Sureness(1).drawsOfFirst()).isEqualTo("in all draws");
    }
}
