package dev.plaindeal.example.spark;

import dev.plaindeal.backtest.BacktestJson;
import dev.plaindeal.backtest.BacktestPart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.hadoop.io.LongWritable;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.InputSplit;
import org.apache.hadoop.mapreduce.lib.input.FileSplit;
import org.apache.hadoop.mapreduce.lib.input.TextInputFormat;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaNewHadoopRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import scala.Tuple2;

/**
 * {@code plaindeal backtest} as a Spark job: the same report, from orders as JSON lines, or as Parquet with the JSON in the column
 * {@code order}. Each order is priced by itself: limits that run out in the order of time are the plain command's, {@code --limits}.
 *
 * <p>Arguments: the folder of the rules as they were, that of the rules as they would be, the file the report goes to, the moment for
 * orders that name none, and the orders.
 */
public final class BacktestJob {

    private static final int ORDERS_FROM = 4;

    private BacktestJob() {}

    public static void main(String[] args) throws IOException {
        if (args.length <= ORDERS_FROM) {
            throw new IllegalArgumentException("say: BEFORE AFTER REPORT NOW ORDERS..., for instance old-rules rules report.json 2026-11-27T12:00:00Z orders.jsonl.gz");
        }
        ShippedRules rules = ShippedRules.of(Path.of(args[0]), Path.of(args[1]));
        Instant now = Instant.parse(args[3]);
        List<String> orders = Arrays.asList(args).subList(ORDERS_FROM, args.length);
        try (SparkSession spark = SparkSession.builder().appName("plaindeal backtest").getOrCreate()) {
            BacktestPart all = new BacktestPart(rules.books(), now);
            for (String input : orders) {
                JavaRDD<byte[]> parts = input.endsWith(".parquet") ? parquet(spark, input, rules, now) : lines(spark, input, rules, now);
                // In the order of the partitions, so that the bad lines shown are the same each time. A part is some kilobytes.
                parts.collect().forEach(all::addAll);
            }
            Files.writeString(Path.of(args[2]), BacktestJson.of(all.report()) + "\n");
        }
    }

    /** Lines with the byte they begin at: a file that is split has no numbers of lines. */
    private static JavaRDD<byte[]> lines(SparkSession spark, String input, ShippedRules rules, Instant now) {
        JavaSparkContext context = new JavaSparkContext(spark.sparkContext());
        var lines = (JavaNewHadoopRDD<LongWritable, Text>) context.newAPIHadoopFile(
                input, TextInputFormat.class, LongWritable.class, Text.class, context.hadoopConfiguration());
        return lines.mapPartitionsWithInputSplit((split, some) -> priced(split, some, rules, now), true);
    }

    private static Iterator<byte[]> priced(InputSplit split, Iterator<Tuple2<LongWritable, Text>> lines, ShippedRules rules, Instant now) {
        String file = ((FileSplit) split).getPath().getName();
        BacktestPart part = new BacktestPart(rules.books(), now);
        while (lines.hasNext()) {
            Tuple2<LongWritable, Text> line = lines.next();
            part.add(file + "@" + line._1.get(), 1, line._2.copyBytes());
        }
        return List.of(part.bytes()).iterator();
    }

    private static JavaRDD<byte[]> parquet(SparkSession spark, String input, ShippedRules rules, Instant now) {
        Dataset<Row> orders = spark.read().parquet(input).select("order");
        return orders.javaRDD().mapPartitions(rows -> {
            String partition = input + "#" + TaskContext.getPartitionId();
            BacktestPart part = new BacktestPart(rules.books(), now);
            for (int row = 1; rows.hasNext(); row++) {
                part.add(partition, row, order(rows.next()));
            }
            return List.of(part.bytes()).iterator();
        });
    }

    /** What stands in the column; where nothing does, the word of JSON for that, which is counted as a bad line and not passed over. */
    static byte[] order(Row row) {
        return (row.isNullAt(0) ? "null" : row.getString(0)).getBytes(StandardCharsets.UTF_8);
    }
}
