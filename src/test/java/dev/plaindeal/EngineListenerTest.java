package dev.plaindeal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plaindeal.basket.Basket;
import dev.plaindeal.policy.Strategy;
import dev.plaindeal.read.BasketReader;
import dev.plaindeal.receipt.Receipt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a listener hears, and that it can do no harm. */
class EngineListenerTest {

    private static final PromotionEngine ENGINE = PromotionEngine.load(RuleTexts.all());

    static Basket article() {
        try {
            byte[] bytes = Files.readAllBytes(Path.of("fixtures/article/us-live-three-layers.basket.json"));
            return BasketReader.read("article", bytes, Instant.EPOCH).orThrow();
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    /** Keeps what it hears. */
    private static final class Notes implements EngineListener {
        private final List<Evaluated> evaluations = new ArrayList<>();

        @Override
        public void evaluated(Evaluated evaluated) {
            evaluations.add(evaluated);
        }
    }

    /** Throws whatever it is told. */
    private record Broken(Throwable failure) implements EngineListener {
        @Override
        public void evaluated(Evaluated evaluated) {
            EngineListenerTest.<RuntimeException>sneak(failure);
        }
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void sneak(Throwable failure) throws T {
        throw (T) failure;
    }

    static Stream<Throwable> failures() {
        return Stream.of(new IllegalStateException("no"), new java.io.IOException("no"), new AssertionError("no"),
                new StackOverflowError(), new OutOfMemoryError("not really"), new InternalError());
    }

    @Test
    void anEvaluationIsToldByStage() {
        Notes notes = new Notes();
        Receipt receipt = ENGINE.heardBy(notes).evaluate(article());
        assertThat(notes.evaluations).singleElement().satisfies(evaluated -> {
            assertThat(evaluated.rules()).isEqualTo(receipt.rules());
            assertThat(evaluated.market()).isEqualTo("US");
            assertThat(evaluated.channel()).isEqualTo("live");
            assertThat(evaluated.strategy()).isEqualTo(receipt.strategy());
            assertThat(evaluated.applied()).containsExactlyElementsOf(
                    receipt.applied().stream().map(Receipt.Applied::id).toList());
            assertThat(evaluated.nanos().rules()).isPositive();
            assertThat(evaluated.nanos().stack()).isPositive();
            assertThat(evaluated.nanos().report()).isPositive();
            assertThat(evaluated.nanos().total()).isEqualTo(
                    evaluated.nanos().rules() + evaluated.nanos().stack() + evaluated.nanos().report());
            assertThat(evaluated.cutShort()).isFalse();
        });
    }

    @Test
    void howOftenDroolsWasAskedIsTold() {
        Notes notes = new Notes();
        PromotionEngine fresh = ENGINE.remembering(1_000);
        PromotionEngine heard = fresh.heardBy(notes);
        Receipt first = heard.evaluate(article());
        assertThat(heard.evaluate(article())).isEqualTo(first);
        assertThat(heard.remembering(0).evaluate(article())).isEqualTo(first);
        Evaluated.Recall asked = notes.evaluations.get(0).recall();
        assertThat(asked.asked()).isPositive();
        assertThat(notes.evaluations.get(1).recall().asked()).isZero();
        assertThat(notes.evaluations.get(1).recall().remembered()).isEqualTo(asked.asked() + asked.remembered());
        assertThat(notes.evaluations.get(2).recall()).isEqualTo(new Evaluated.Recall(0, asked.asked() + asked.remembered()));
    }

    @Test
    void whatGaveNothingIsCountedByReason() {
        Notes notes = new Notes();
        Basket codes = withCodes(article(), List.of("PLAT5", "NOBODYS", "KNOWS"));
        ENGINE.heardBy(notes).evaluate(codes, Strategy.BEST_PRICE);
        assertThat(notes.evaluations.get(0).rejected()).containsEntry("unknown-code", 2);
    }

    @Test
    void theReceiptIsTheSameWithAndWithoutAListener() {
        assertThat(ENGINE.heardBy(new Notes()).evaluate(article())).isEqualTo(ENGINE.evaluate(article()));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aListenerThatThrowsHarmsNeitherTheEvaluationNorTheNextListener(Throwable failure) {
        Notes notes = new Notes();
        PromotionEngine engine = ENGINE.heardBy(new Broken(failure).and(notes));
        assertThat(engine.evaluate(article())).isEqualTo(ENGINE.evaluate(article()));
        assertThat(engine.evaluate(article()).total().minor()).isEqualTo(9739);
        assertThat(notes.evaluations).hasSize(2);
    }

    @Test
    void aListenerOnItsOwnMayThrowToo() {
        PromotionEngine engine = ENGINE.heardBy(new Broken(new UnsupportedOperationException()));
        assertThat(engine.evaluate(article()).total().minor()).isEqualTo(9739);
    }

    @Test
    void theEngineWithoutAListenerStaysWithout() {
        Notes notes = new Notes();
        ENGINE.heardBy(notes);
        ENGINE.evaluate(article());
        assertThat(notes.evaluations).isEmpty();
    }

    @Test
    void anEvaluationThatFailsIsToldToItsCallerOnly() {
        Notes notes = new Notes();
        PromotionEngine engine = ENGINE.heardBy(notes);
        assertThatThrownBy(() -> engine.evaluate(null)).isInstanceOf(NullPointerException.class);
        assertThat(notes.evaluations).isEmpty();
    }

    @Test
    void whatIsToldCarriesNoMoneyNoCodeAndNoBuyer() {
        Notes notes = new Notes();
        Basket article = article();
        ENGINE.heardBy(notes).evaluate(article);
        String told = notes.evaluations.get(0).toString();
        assertThat(told).contains("us-plat5").doesNotContain("PLAT5", "TEA3", "USD", "97.39", "9739", article.id());
    }

    static Basket withCodes(Basket basket, List<String> codes) {
        return new Basket(basket.id(), basket.market(), basket.currency(), basket.locale(), basket.channel(), basket.at(),
                basket.buyer(), basket.stores(), basket.lines(), Map.of(), basket.shippingMethod(), codes,
                basket.remaining());
    }
}
