package dev.plaindeal.example.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plaindeal.PromotionEngine;
import dev.plaindeal.backtest.Backtest;
import dev.plaindeal.backtest.BacktestJson;
import dev.plaindeal.backtest.BacktestPart;
import dev.plaindeal.backtest.OrderFile;
import dev.plaindeal.backtest.RuleBooks;
import dev.plaindeal.backtest.generate.OrderGenerator;
import dev.plaindeal.backtest.generate.OrderProfile;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The job on a cluster of executors in JVMs of their own gives the report of the plain run, also when one of them is killed on the way. */
class BacktestJobTest {

    private static final String NOW = "2026-11-27T12:00:00Z";
    private static final Path HOME = Path.of("target/spark-home").toAbsolutePath();
    private static final long ORDERS = Long.getLong("orders", 16_000);

    @TempDir
    static Path folder;

    private static String expected = "";

    /** The rules of the checkout, and the same with one coupon larger. */
    @BeforeAll
    static void orders() throws IOException {
        Path rules = Path.of("../../../rules");
        copy(rules, folder.resolve("before"));
        copy(rules, folder.resolve("after"));
        Path coupon = folder.resolve("after/promotions/us/us-save10.drl");
        Files.writeString(coupon, Files.readString(coupon).replace("percentOff(10)", "percentOff(12)"));
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(folder.resolve("orders.jsonl")))) {
            new OrderGenerator(OrderProfile.packed(), 7, ORDERS).write(out, 2, made -> {});
        }
        RuleBooks books = new RuleBooks(PromotionEngine.load(folder.resolve("before")), PromotionEngine.load(folder.resolve("after")));
        expected = BacktestJson.of(Backtest.of(books, Instant.parse(NOW)).withWorkers(2).run(List.of(OrderFile.of(folder.resolve("orders.jsonl"))))) + "\n";
        assertTrue(expected.contains("\"orders\":" + ORDERS));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }

    /** As spark-submit starts it, from the same jars; two workers, an executor each. */
    private static Process submit(String main, String... args) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx800m", "-cp", HOME + "/jars/*",
                "org.apache.spark.deploy.SparkSubmit", "--master", "local-cluster[2,1,1024]", "--class", main,
                "--conf", "spark.ui.enabled=false", "--conf", "spark.driver.host=127.0.0.1", "--conf", "spark.driver.bindAddress=127.0.0.1",
                "--conf", "spark.executor.memory=800m", "--conf", "spark.hadoop.mapreduce.input.fileinputformat.split.maxsize=250000",
                Path.of("target/plaindeal-spark.jar").toAbsolutePath().toString()));
        command.addAll(List.of(args));
        ProcessBuilder process = new ProcessBuilder(command).directory(folder.toFile())
                .redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile());
        process.environment().put("SPARK_HOME", HOME.toString());
        process.environment().put("SPARK_SCALA_VERSION", "2.13");
        process.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
        return process.start();
    }

    private static Process backtest(String report, String orders) throws IOException {
        return submit("dev.plaindeal.example.spark.BacktestJob", "before", "after", report, NOW, folder.resolve(orders).toString());
    }

    private static void requireDone(Process driver) throws IOException, InterruptedException {
        assertTrue(driver.waitFor(10, TimeUnit.MINUTES), "the job ended");
        assertEquals(0, driver.exitValue(), () -> log());
    }

    private static String log() {
        try {
            String log = Files.readString(folder.resolve("log"));
            return log.substring(Math.max(0, log.length() - 4_000));
        } catch (IOException unreadable) {
            return "no log";
        }
    }

    private static List<ProcessHandle> executors(Process driver) {
        return driver.descendants()
                .filter(child -> child.info().arguments().map(all -> String.join(" ", all).contains("CoarseGrainedExecutorBackend")).orElse(false))
                .toList();
    }

    @Test
    void theReportIsThatOfThePlainRun() throws IOException, InterruptedException {
        Process driver = backtest("report.json", "orders.jsonl");
        requireDone(driver);
        assertEquals(expected, Files.readString(folder.resolve("report.json")));
    }

    @Test
    void oneExecutorIsKilledOnTheWay() throws IOException, InterruptedException {
        Process driver = backtest("killed.json", "orders.jsonl");
        Optional<ProcessHandle> victim = Optional.empty();
        while (victim.isEmpty() && driver.isAlive()) {
            Thread.sleep(Duration.ofMillis(50).toMillis());
            // Once a task of the first stage has ended, the other tasks are under way.
            victim = log().contains("Finished task") || Files.readString(folder.resolve("log")).contains("Finished task")
                    ? executors(driver).stream().findFirst() : victim;
        }
        assertTrue(victim.orElseThrow().destroyForcibly(), "the executor is killed");
        requireDone(driver);
        assertTrue(Files.readString(folder.resolve("log")).contains("Lost executor"), "the driver noticed");
        assertEquals(expected, Files.readString(folder.resolve("killed.json")));
    }

    /** A cell without an order was a NullPointerException that ended the job. */
    @Test
    void aCellWithoutAnOrderIsABadLine() {
        RuleBooks books = new RuleBooks(PromotionEngine.load(folder.resolve("before")), PromotionEngine.load(folder.resolve("after")));
        BacktestPart part = new BacktestPart(books, Instant.parse(NOW));
        part.add("orders.parquet#0", 1, BacktestJob.order(RowFactory.create((Object) null)));
        assertEquals(1, part.report().bad());
        assertEquals("orders.parquet#0:1:1", part.report().problems().get(0).place().text());
    }

    @Test
    void parquetGivesTheSame() throws IOException, InterruptedException {
        requireDone(submit("dev.plaindeal.example.spark.ToParquet", folder.resolve("orders.jsonl").toString(), folder.resolve("orders.parquet").toString()));
        requireDone(backtest("parquet.json", "orders.parquet"));
        assertEquals(expected, Files.readString(folder.resolve("parquet.json")));
    }
}
