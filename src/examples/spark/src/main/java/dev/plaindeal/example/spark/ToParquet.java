package dev.plaindeal.example.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.get_json_object;

import java.io.IOException;
import org.apache.spark.sql.SparkSession;

/**
 * Turns orders as JSON lines into Parquet: the line as it is in the column {@code order}, and beside it what one filters by. Arguments: the
 * orders, and the folder {@code ….parquet} to make.
 */
public final class ToParquet {

    private ToParquet() {}

    public static void main(String[] args) throws IOException {
        try (SparkSession spark = SparkSession.builder().appName("plaindeal orders to parquet").getOrCreate()) {
            spark.read().text(args[0])
                    .withColumnRenamed("value", "order")
                    .withColumn("basket", get_json_object(col("order"), "$.basket"))
                    .withColumn("market", get_json_object(col("order"), "$.market"))
                    .withColumn("at", get_json_object(col("order"), "$.at"))
                    .write().parquet(args[1]);
        }
    }
}
