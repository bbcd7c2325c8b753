package dev.plaindeal.studio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plaindeal.PromotionEngine;
import dev.plaindeal.basket.Basket;
import dev.plaindeal.receipt.Receipt;
import dev.plaindeal.studio.Impact.Cost;
import dev.plaindeal.studio.Impact.ImpactAnswer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an edit is said to do is what pricing every basket anew says, although most are not priced again. */
class ImpactTest {

    private final Map<String, String> texts = new RuleShelf(Path.of("rules")).all().texts();
    private final PromotionEngine disk = PromotionEngine.load(texts);
    private final List<Basket> baskets = new BasketShelf(
            Path.of("fixtures"), Optional.empty(), Clock.fixed(Instant.parse("2026-11-23T01:00:00Z"), ZoneOffset.UTC)).all().baskets();
    private Impact impact;

    @BeforeEach
    void open() {
        impact = new Impact();
    }

    @AfterEach
    void close() {
        impact.close();
    }

    private void edit(String path, UnaryOperator<String> change) throws Exception {
        Map<String, String> edited = new TreeMap<>(texts);
        edited.put(path, change.apply(texts.get(path)));
        assertThat(edited).isNotEqualTo(texts);
        PromotionEngine engine = disk.reloaded(edited);
        String id = path.substring(path.lastIndexOf('/') + 1).replace(".drl", "");
        ImpactAnswer[] answer = new ImpactAnswer[1];
        Browser.await(() -> {
            answer[0] = impact.of(baskets, disk, engine, Optional.ofNullable(disk.promotions().get(id)), Optional.ofNullable(engine.promotions().get(id)));
            return answer[0] instanceof ImpactAnswer.Compared;
        });
        ImpactAnswer.Compared compared = (ImpactAnswer.Compared) answer[0];
        for (int i = 0; i < baskets.size(); i++) {
            assertThat(compared.before().get(i)).as(baskets.get(i).id()).isEqualTo(cost(disk, baskets.get(i)));
            assertThat(compared.after().get(i)).as(baskets.get(i).id()).isEqualTo(cost(engine, baskets.get(i)));
        }
        assertThat(compared.after()).as("the edit does something").isNotEqualTo(compared.before());
    }

    private static Cost cost(PromotionEngine engine, Basket basket) {
        try {
            Receipt receipt = engine.evaluate(basket);
            double score = receipt.look().simplicity().score();
            return new Cost(true, receipt.total().minor(), receipt.funders().store().minor(), receipt.funders().platform().minor(), score,
                    receipt.look().simplicity().isScored() && score < engine.simplicityFloor(basket.market(), basket.channel()));
        } catch (RuntimeException unpriced) {
            return Cost.NONE;
        }
    }

    @Test
    void ofACoupon() throws Exception {
        edit("promotions/us/us-save10.drl", text -> text.replace("percentOff(10)", "percentOff(30)"));
    }

    @Test
    void ofAnotherCode() throws Exception {
        edit("promotions/us/us-plat5.drl", text -> text.replace("code == \"PLAT5\"", "code == \"PLAT6\""));
    }

    @Test
    void ofAStoresLadder() throws Exception {
        edit("promotions/pearl-house/pearl-house-spend-and-save.drl", text -> text.replace("USD 12", "USD 14"));
    }

    @Test
    void ofAnotherMarket() throws Exception {
        edit("promotions/pearl-house/pearl-house-spend-and-save.drl", text -> text.replace("market == \"US\"", "market == \"GB\""));
    }

    @Test
    void ofAllMarketsFloors() throws Exception {
        edit("simplicity/markets.drl", text -> text.replace("floor(40)", "floor(90)"));
    }

    @Test
    void whatNobodyWaitsForAnyMoreEndsAndLeavesNoThreads() throws Exception {
        for (int percent = 20; percent < 24; percent++) {
            Map<String, String> edited = new TreeMap<>(texts);
            edited.replace("promotions/us/us-save10.drl", texts.get("promotions/us/us-save10.drl").replace("percentOff(10)", "percentOff(" + percent + ")"));
            impact.of(baskets, disk.reloaded(edited), disk, Optional.empty(), Optional.empty());
        }
        edit("promotions/us/us-save10.drl", text -> text.replace("percentOff(10)", "percentOff(30)"));
        impact.close();
        Browser.await(() -> Thread.getAllStackTraces().keySet().stream().noneMatch(thread -> thread.getName().equals("plaindeal-studio-pricing")));
    }
}
