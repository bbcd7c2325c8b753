package dev.plaindeal.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plaindeal.basket.Attributes;
import dev.plaindeal.basket.Basket;
import dev.plaindeal.basket.BasketBuilder;
import dev.plaindeal.basket.Buyer;
import dev.plaindeal.basket.Channel;
import dev.plaindeal.basket.Client;
import dev.plaindeal.basket.CodeDirectory;
import dev.plaindeal.basket.Line;
import dev.plaindeal.basket.Store;
import dev.plaindeal.model.Chances;
import dev.plaindeal.money.Currency;
import dev.plaindeal.money.Money;
import dev.plaindeal.offer.Offer;
import dev.plaindeal.rules.drools.FactMemory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What is remembered is what Drools says: two baskets that differ in anything a rule can read never share an answer. */
class FactMemoryTest {

    private static final CodeDirectory POOLS = CodeDirectory.of(Map.of("ALPHA", "spring", "BETA", "spring"));
    private static final Currency DOLLARS = Currency.of("USD");

    private static final Map<String, String> ATTRIBUTES = Map.of(
            "attributes/tier.drl", attribute("tier", "ofBuyer().text()"),
            "attributes/floors.drl", attribute("floors", "ofBasket().number()"),
            "attributes/eco.drl", attribute("eco", "ofStore().yesNo()"));

    private static String attribute(String name, String words) {
        return "package attributes\nimport dev.plaindeal.model.*\nrule \"" + name + "\" when $a : Attribute( name == \"" + name
                + "\" ) then $a." + words + ".says(\"" + name + "\"); end\n";
    }

    /** Everything a fact can be asked, each once. */
    private static final List<String> OF_ALL = List.of(
            "market == \"US\"", "market in (\"US\", \"PR\")", "currency == \"USD\"", "channel == \"live\"", "locale != \"en-US\"",
            "newBuyer == true", "priorOrders > 2", "priorOrders <= 1", "segments contains \"vip\"", "segments not contains \"new\"",
            "shippingMethod == \"pickup\"", "paymentMethod == \"gopay\"", "client == \"app\"", "skus contains \"cup\"",
            "categories contains \"tea\"", "brands contains \"acme\"", "tags not contains \"sale\"", "text(\"tier\") == \"gold\"",
            "number(\"floors\") >= 3", "number(\"floors\") != 3");
    private static final List<String> OF_STORES =
            List.of("store == \"pearl\"", "crossBorder == true", "fullManaged == false", "flag(\"eco\") == true");
    private static final List<String> OF_COUPONS = List.of("code == \"ALPHA\"", "code in (\"BETA\", \"GAMMA\")", "codePool == \"spring\"");
    private static final Map<String, List<List<String>>> FACTS = Map.of(
            "PlatformBasket", List.of(OF_ALL),
            "PlatformCoupon", List.of(OF_ALL),
            "StoreBasket", List.of(OF_ALL, OF_STORES, OF_STORES),
            "StoreItems", List.of(OF_ALL, OF_STORES),
            "StoreCoupon", List.of(OF_ALL, OF_STORES));

    private static <T> T one(Random random, List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private static RuleBook book(Random random, String lines) {
        Map<String, String> files = new HashMap<>(ATTRIBUTES);
        for (int i = 0; i < 6; i++) {
            String fact = one(random, FACTS.keySet().stream().sorted().toList());
            Set<String> asked = new TreeSet<>();
            if (fact.endsWith("Coupon")) {
                asked.add(one(random, OF_COUPONS));
            }
            for (int j = 0; j <= random.nextInt(2); j++) {
                asked.add(one(random, one(random, FACTS.get(fact))));
            }
            files.put("promotions/r" + i + ".drl", "package promotions\nimport dev.plaindeal.model.*\nrule \"r" + i + "\"\nwhen\n    $c : " + fact
                    + "( " + String.join(", ", asked) + " )\n" + (i == 0 ? lines : "") + "then\n    $c.percentOff(10);\nend\n");
        }
        return RuleBook.load(RuleFiles.of(files));
    }

    private static Attributes maybe(Random random, Attributes told) {
        return random.nextInt(3) == 0 ? Attributes.NONE : told;
    }

    private static Basket basket(Random random) {
        boolean first = random.nextBoolean();
        List<String> groups = new ArrayList<>(List.of("vip", "new", "other"));
        Collections.shuffle(groups, random);
        BasketBuilder builder = Basket.builder("b", one(random, List.of("US", "PR", "GB")), "USD", Instant.EPOCH)
                .channel(one(random, List.of(Channel.values())))
                .locale(one(random, List.of("en-US", "es-US")))
                .buyer(new Buyer("", first, first ? 0 : random.nextInt(5), Set.copyOf(groups.subList(0, random.nextInt(3))))
                        .withAttributes(maybe(random, Attributes.NONE.with("tier", one(random, List.of("gold", "silver"))))))
                .attributes(maybe(random, Attributes.NONE.with("floors", random.nextInt(5))))
                .shippingMethod(one(random, List.of("", "pickup")))
                .paymentMethod(one(random, List.of("", "gopay")));
        if (random.nextBoolean()) {
            builder.client(one(random, List.of(Client.values())));
        }
        for (String store : List.of("pearl", "cedar")) {
            builder.store(new Store(store, random.nextBoolean(), random.nextBoolean())
                    .withAttributes(maybe(random, Attributes.NONE.with("eco", random.nextBoolean()))));
        }
        for (int i = 0; i <= random.nextInt(3); i++) {
            builder.line(new Line("l" + i, one(random, List.of("cup", "pot")), one(random, List.of("pearl", "cedar")),
                    List.of(one(random, List.of("tea", "mug"))), one(random, List.of("acme", "other")),
                    random.nextBoolean() ? Set.of() : Set.of("sale"), new Money(1_000, DOLLARS), Optional.empty(), Optional.empty(), 1,
                    Attributes.NONE));
        }
        for (String code : List.of("alpha", "beta", "gamma")) {
            if (random.nextInt(3) == 0) {
                builder.code(code);
            }
        }
        return builder.build();
    }

    @Test
    void whatIsRememberedIsWhatDroolsSays() {
        Random random = new Random(15);
        int remembered = 0;
        for (int i = 0; i < 60; i++) {
            RuleBook book = book(random, i % 5 > 0 ? "" : "    exists Line( brand == \"acme\", quantity >= 1 )\n");
            List<FactMemory> memories = List.of(new FactMemory(5), new FactMemory(8_192));
            for (int j = 0; j < 200; j++) {
                Chances chances = Chances.in(basket(random), POOLS);
                List<Offer> wanted = book.match(chances);
                for (FactMemory memory : memories) {
                    RuleBook.OffersFound promised = book.match(chances, memory);
                    assertThat(promised.offers()).isEqualTo(wanted);
                    remembered += promised.remembered();
                }
            }
        }
        assertThat(remembered).isGreaterThan(5_000);
    }

    private static RuleBook ofCodes() {
        return RuleBook.load(RuleFiles.of(Map.of("promotions/any.drl", """
                package promotions
                import dev.plaindeal.model.*
                rule "any" when $c : PlatformCoupon( codePool == "all", code != "NONE" ) then $c.percentOff(10); end
                """)));
    }

    private static Chances typed(String code) {
        return Chances.in(Basket.builder("b", "US", "USD", Instant.EPOCH).line("cup", "pearl", "10", 1).code(code).build(), any -> Optional.of("all"));
    }

    @Test
    void droolsIsAskedOnceForTheSameFact() {
        FactMemory memory = new FactMemory(100);
        RuleBook book = ofCodes();
        assertThat(book.match(typed("A"), memory).asked()).isEqualTo(1);
        assertThat(book.match(typed("a "), memory)).satisfies(again -> {
            assertThat(again.asked()).isZero();
            assertThat(again.remembered()).isEqualTo(1);
            assertThat(again.offers()).singleElement().satisfies(offer -> assertThat(offer.code()).isEqualTo("A"));
        });
        assertThat(book.match(typed("B"), memory).asked()).isEqualTo(1);
    }

    @Test
    void itHoldsNoMoreThanItWasMadeForAndForgetsWhatIsNotAskedFor() {
        FactMemory memory = new FactMemory(20);
        RuleBook book = ofCodes();
        for (int i = 0; i < 500; i++) {
            book.match(typed("C" + i), memory);
            assertThat(book.match(typed("KEPT"), memory).asked()).isEqualTo(i == 0 ? 1 : 0);
            assertThat(memory.size()).isLessThanOrEqualTo(20);
        }
        assertThat(book.match(typed("C0"), memory).asked()).isEqualTo(1);
    }

    @Test
    void aMemoryOfNothingAsksEveryTime() {
        FactMemory none = new FactMemory(0);
        RuleBook book = ofCodes();
        book.match(typed("A"), none);
        assertThat(book.match(typed("A"), none).asked()).isEqualTo(1);
        assertThat(none.size()).isZero();
        assertThatThrownBy(() -> new FactMemory(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    /** So many texts, each so long, in one basket. */
    private static Chances large(int skus, int length) {
        BasketBuilder builder = Basket.builder("b", "US", "USD", Instant.EPOCH);
        for (int i = 0; i < skus; i++) {
            builder.line("7".repeat(length - 2) + (10 + i), "pearl", "10", 1);
        }
        return Chances.in(builder.build(), any -> Optional.empty());
    }

    @Test
    void whatIsLargeIsNotKept() {
        RuleBook book = RuleBook.load(RuleFiles.of(Map.of("promotions/any.drl", """
                package promotions
                import dev.plaindeal.model.*
                rule "any" when $b : PlatformBasket( skus contains "7777777710" ) then $b.percentOff(10); end
                """)));
        FactMemory memory = new FactMemory(100);
        for (int i = 0; i < 2; i++) {
            assertThat(book.match(large(64, 10), memory).asked()).as("many and short").isEqualTo(1 - i);
            assertThat(book.match(large(66, 10), memory)).as("too many").satisfies(found -> assertThat(found.asked()).isEqualTo(1));
            assertThat(book.match(large(10, 100), memory).asked()).as("few and long").isEqualTo(1 - i);
            assertThat(book.match(large(10, 110), memory).asked()).as("too long").isEqualTo(1);
        }
        assertThat(memory.size()).isEqualTo(2);
    }

    @Test
    void threadsThatShareItGetWhatDroolsSays() throws Exception {
        Random random = new Random(7);
        RuleBook book = book(random, "");
        List<Chances> all = new ArrayList<>();
        List<List<Offer>> wanted = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            all.add(Chances.in(basket(random), POOLS));
            wanted.add(book.match(all.get(i)));
        }
        FactMemory memory = new FactMemory(40);
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            Callable<List<List<Offer>>> work = () -> all.stream().map(chances -> book.match(chances, memory).offers()).toList();
            for (Future<List<List<Offer>>> got : pool.invokeAll(Collections.nCopies(8, work))) {
                assertThat(got.get()).isEqualTo(wanted);
            }
        } finally {
            pool.shutdownNow();
        }
    }
}
