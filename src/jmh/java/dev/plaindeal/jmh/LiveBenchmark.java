package dev.plaindeal.jmh;

import dev.plaindeal.PromotionEngine;
import dev.plaindeal.basket.Basket;
import dev.plaindeal.model.Chances;
import dev.plaindeal.offer.Offer;
import dev.plaindeal.receipt.Receipt;
import dev.plaindeal.receipt.ReceiptJson;
import dev.plaindeal.rules.RuleBook;
import dev.plaindeal.rules.RuleFiles;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/** The same basket of 5 lines, 2 stores and 3 codes, six promotions that match, so many live. */
public class LiveBenchmark extends Timing {

    static final Basket BASKET = Baskets.of(5, Catalog.CODES);

    /** Plaindeal. */
    @State(Scope.Benchmark)
    public static class Plaindeal {
        @Param({"10", "100", "1000", "10000"})
        int live;

        PromotionEngine engine;
        /** Remembers so little that every fact is new to it when it comes again, and is looked up and kept in vain. */
        PromotionEngine forgetful;
        RuleBook book;

        @Setup
        public void load() {
            book = RuleBook.load(RuleFiles.of(RuleText.of(Catalog.live(live))));
            engine = PromotionEngine.of(book);
            forgetful = engine.remembering(1);
            Answers.same(BASKET, engine.evaluate(BASKET).total().minor());
            Answers.same(BASKET, forgetful.evaluate(BASKET).total().minor());
        }
    }

    /** Drools by its handbook, at its best, and nothing else. */
    @State(Scope.Benchmark)
    public static class Bare {
        @Param({"10", "100", "1000", "10000"})
        int live;

        BareDrools rules;

        @Setup
        public void load() {
            RuleBook book = RuleBook.load(RuleFiles.of(RuleText.of(Catalog.live(live))));
            rules = new BareDrools(Catalog.live(live), book.promotions());
            Answers.same(book.match(Chances.in(BASKET)), rules.offers(BASKET));
        }
    }

    /** Drools as tutorials have it. */
    @State(Scope.Benchmark)
    public static class Naive {
        @Param({"10", "100", "1000", "10000"})
        int live;

        NaiveDrools rules;

        @Setup
        public void load() {
            rules = new NaiveDrools(Catalog.live(live));
            Answers.same(BASKET, rules.total(BASKET));
        }
    }

    /** Easy Rules. */
    @State(Scope.Benchmark)
    public static class EasyRules {
        @Param({"10", "100", "1000", "10000"})
        int live;

        Easy rules;

        @Setup
        public void load() {
            rules = new Easy(Catalog.live(live));
            Answers.same(BASKET, rules.total(BASKET));
        }
    }

    /** The Common Expression Language. */
    @State(Scope.Benchmark)
    public static class CelExpressions {
        @Param({"10", "100", "1000", "10000"})
        int live;

        Cel rules;

        @Setup
        public void load() {
            rules = new Cel(Catalog.live(live));
            Answers.same(BASKET, rules.total(BASKET));
        }
    }

    /** Evrete; ten thousand rules take it minutes to prepare. */
    @State(Scope.Benchmark)
    public static class EvreteRules {
        @Param({"10", "100", "1000"})
        int live;

        Evrete rules;

        @Setup
        public void load() {
            rules = new Evrete(Catalog.live(live));
            Answers.same(BASKET, rules.total(BASKET));
        }

        @TearDown
        public void close() {
            rules.close();
        }
    }

    /** The whole of an evaluation: basket object to receipt object; every fact was seen before. */
    @Benchmark
    @Fork(value = SEVERAL, jvmArgsAppend = {HEAP, COLLECTOR})
    public Receipt evaluate(Plaindeal plaindeal) {
        return plaindeal.engine.evaluate(BASKET);
    }

    /** The same where every fact is new. */
    @Benchmark
    @Fork(value = SEVERAL, jvmArgsAppend = {HEAP, COLLECTOR})
    public Receipt evaluateNew(Plaindeal plaindeal) {
        return plaindeal.forgetful.evaluate(BASKET);
    }

    /** Every fact seen before, by two threads at once. */
    @Benchmark
    @Threads(2)
    public Receipt evaluateByTwo(Plaindeal plaindeal) {
        return plaindeal.engine.evaluate(BASKET);
    }

    /** The same, and everything in the receipt read, near misses and fixes too, by writing it as JSON: the most code, so the JVM needs longest to compile it. */
    @Benchmark
    @Warmup(iterations = 30, time = 1)
    public String evaluateToJson(Plaindeal plaindeal) {
        return ReceiptJson.line(plaindeal.engine.evaluate(BASKET));
    }

    /** The bare Drools floor: the same rules, facts in, fire, offers out. */
    @Benchmark
    public List<Offer> floor(Bare bare) {
        return bare.rules.offers(BASKET);
    }

    /** The part of an evaluation that finds the offers: facts in, offers out, on our own book, Drools asked of all. */
    @Benchmark
    @Fork(value = SEVERAL, jvmArgsAppend = {HEAP, COLLECTOR})
    public List<Offer> matching(Plaindeal plaindeal) {
        return plaindeal.book.match(Chances.in(BASKET));
    }

    /** The money alone, in plain Java. */
    @Benchmark
    public long byHand() {
        return ByHand.total(BASKET);
    }

    /** Basket joined and modified, an agenda group for each layer. */
    @Benchmark
    public long naiveDrools(Naive naive) {
        return naive.rules.total(BASKET);
    }

    /** Every rule asked in turn. */
    @Benchmark
    public long easyRules(EasyRules easy) {
        return easy.rules.total(BASKET);
    }

    /** Every expression asked in turn. */
    @Benchmark
    public long cel(CelExpressions expressions) {
        return expressions.rules.total(BASKET);
    }

    /** Another Rete. */
    @Benchmark
    public long evrete(EvreteRules evrete) {
        return evrete.rules.total(BASKET);
    }
}
