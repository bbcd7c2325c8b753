package dev.plaindeal.example.spark;

import dev.plaindeal.PromotionEngine;
import dev.plaindeal.backtest.RuleBooks;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Two rule books as text, which travels; a compiled book does not. Each JVM compiles them once, whichever task is the first to ask.
 *
 * @param before text by path below the rules folder, as the rules were
 * @param after the same as they would be
 */
record ShippedRules(TreeMap<String, String> before, TreeMap<String, String> after) implements Serializable {

    private static final ConcurrentHashMap<ShippedRules, RuleBooks> COMPILED = new ConcurrentHashMap<>();

    static ShippedRules of(Path before, Path after) throws IOException {
        return new ShippedRules(texts(before), texts(after));
    }

    private static TreeMap<String, String> texts(Path folder) throws IOException {
        TreeMap<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> rules = files.filter(file -> file.toString().endsWith(".drl") || file.toString().endsWith(".properties")).toList();
            for (Path file : rules) {
                String path = folder.relativize(file).toString().replace('\\', '/');
                if (!path.startsWith("_") && !path.contains("/_")) {
                    texts.put(path, Files.readString(file));
                }
            }
        }
        return texts;
    }

    RuleBooks books() {
        return COMPILED.computeIfAbsent(this, one -> new RuleBooks(PromotionEngine.load(one.before), PromotionEngine.load(one.after)));
    }
}
