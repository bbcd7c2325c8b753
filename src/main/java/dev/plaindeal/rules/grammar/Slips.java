package dev.plaindeal.rules.grammar;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Slips that one cause makes in many places of a file, such as the quotes of a word processor: each is told once. */
final class Slips {

    private static final int MOST_LINES = 8;

    /** What is told of a slip, as its first place has it. */
    private record Slip(String code, String message, List<SourceSpot> places) {}

    private final Map<String, Slip> byHint = new LinkedHashMap<>();

    /** One more place; slips that are mended alike are the same slip. */
    void add(String code, SourceSpot at, String message, String hint) {
        byHint.computeIfAbsent(hint, first -> new Slip(code, message, new ArrayList<>())).places().add(at);
    }

    void tell(FileProblems findings) {
        byHint.forEach((hint, slip) -> findings.mended(
                slip.code(), slip.places().get(0), slip.message() + more(slip.places()), hint));
    }

    private static String more(List<SourceSpot> places) {
        if (places.size() == 1) {
            return "";
        }
        List<String> lines = places.stream().map(at -> Integer.toString(at.line())).distinct().toList();
        String named = lines.stream().limit(MOST_LINES).collect(Collectors.joining(", "));
        String rest = lines.size() > MOST_LINES ? " and " + (lines.size() - MOST_LINES) + " more lines" : "";
        return ", " + places.size() + " times on " + (lines.size() == 1 ? "line " : "lines ") + named + rest;
    }
}
