package dev.plaindeal.codes;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.plaindeal.basket.Code;
import dev.plaindeal.basket.CodeLetters;
import dev.plaindeal.problem.Place;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.problem.ProblemException;
import dev.plaindeal.text.StrictUtf8;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.random.RandomGenerator;

/**
 * Writes code files: codes newly made, codes a shop has already, and those of other code files. However many there are, little
 * memory is used; what does not fit lies in files beside the one that is written, which are taken away in the end. For one thread.
 */
public final class CodeLists {

    /** Codes that are kept in memory: about 20 MB. */
    private static final int LOT = 200_000;
    private static final int MOST_PROBLEMS = 100;

    private final Optional<Path> into;
    private final LongConsumer progress;
    private final int lot;

    private CodeLists(Optional<Path> into, LongConsumer progress, int lot) {
        this.into = into;
        this.progress = progress;
        this.lot = lot;
    }

    /**
     * For a file of its own.
     *
     * @param progress told how many codes are written
     */
    public static CodeLists alone(LongConsumer progress) {
        return new CodeLists(Optional.empty(), progress, LOT);
    }

    /**
     * For a file that also has all codes of another, which has been checked.
     *
     * @param progress told how many codes are written
     */
    public static CodeLists with(Path other, LongConsumer progress) {
        return new CodeLists(Optional.of(other), progress, LOT);
    }

    /** So many codes are kept in memory. */
    CodeLists inLotsOf(int codes) {
        return new CodeLists(into, progress, codes);
    }

    /**
     * What was written.
     *
     * @param codes how many
     * @param twice how many lines had a code that was there already, in the same pool
     */
    public record Written(long codes, long twice) {}

    /** What is to be done with a line whose code is there already. */
    private interface Twice {
        void found(byte[] kept, byte[] other);
    }

    /**
     * Writes codes nobody can guess, none of them there before.
     *
     * @param target a file that is not there yet
     * @throws IOException when it cannot be written; then what there is of it means nothing
     */
    public Written make(CodeOrder order, Path target) throws IOException {
        return make(order, target, new SecureRandom());
    }

    /** Where one is drawn that is there already, another is drawn in its place. */
    Written make(CodeOrder order, Path target, RandomGenerator random) throws IOException {
        CodeMaker maker = new CodeMaker(order, random);
        try (CodeSorter sorter = new CodeSorter(target, lot)) {
            long made = 0;
            long codes = 0;
            long[] twice = {0};
            while (made - twice[0] < order.count()) {
                for (; made - twice[0] < order.count(); made++) {
                    sorter.add(CodeLine.of(maker.code(), order.pool()));
                }
                twice[0] = 0;
                codes = write(sorter.sorted(), target, (kept, other) -> twice[0]++);
            }
            return new Written(codes, 0);
        }
    }

    /**
     * A list of codes.
     *
     * @param shown its name for people
     * @param in its bytes: one code on each line, alone or with a tab and its pool behind it
     */
    public record Listed(String shown, InputStream in) {}

    /**
     * Writes codes there are already.
     *
     * @param files code files, which have been checked
     * @param lists other lists
     * @param pool of the codes that are listed without one
     * @param target a file that is not there yet
     * @throws IOException when it cannot be read or written; then what there is of the target means nothing
     * @throws ProblemException with what is wrong with the lists, the first hundred of it
     */
    public Written merge(List<Path> files, List<Listed> lists, Optional<String> pool, Path target) throws IOException {
        List<Problem> problems = new ArrayList<>();
        try (CodeSorter sorter = new CodeSorter(target, lot)) {
            for (Listed list : lists) {
                add(list, pool, sorter, problems);
            }
            List<LineSource> sources = sorter.sorted();
            for (Path file : files) {
                sources.add(opened(file));
            }
            long[] twice = {0};
            long codes = write(sources, target, (kept, other) -> {
                twice[0]++;
                inTwoPools(kept, other, target, problems);
            });
            if (!problems.isEmpty()) {
                throw new ProblemException(problems);
            }
            return new Written(codes, twice[0]);
        }
    }

    private static void inTwoPools(byte[] kept, byte[] other, Path target, List<Problem> problems) {
        if (!CodeLine.pool(kept).equals(CodeLine.pool(other)) && problems.size() < MOST_PROBLEMS) {
            problems.add(Problem.error(
                    "code-in-two-pools",
                    Place.of(target.toString()),
                    "the code " + CodeLine.code(kept) + " would be in the pools " + CodeLine.pool(kept) + " and " + CodeLine.pool(other),
                    "A code belongs to one pool; take it out of one of the lists."));
        }
    }

    private static void add(Listed list, Optional<String> pool, CodeSorter sorter, List<Problem> problems) throws IOException {
        LineSource lines = new LineSource(list.in());
        int number = 0;
        for (Optional<byte[]> line = lines.next(); line.isPresent() && problems.size() < MOST_PROBLEMS; line = lines.next()) {
            number++;
            StrictUtf8 read = StrictUtf8.of(line.get());
            if (!read.isWhole()) {
                problems.add(Problem.error("not-utf-8", Place.of(list.shown(), number, 0, ""), "the bytes here are not UTF-8", "Save it as UTF-8."));
            } else if (!read.text().isBlank()) {
                Place place = Place.of(list.shown(), number, 1, read.text().strip());
                Optional<byte[]> entry = entry(read.text(), pool, place, problems);
                if (entry.isPresent()) {
                    sorter.add(entry.get());
                }
            }
        }
    }

    private static Optional<byte[]> entry(String typed, Optional<String> pool, Place place, List<Problem> problems) {
        String text = typed.endsWith("\r") ? typed.substring(0, typed.length() - 1) : typed;
        int tab = text.indexOf(CodeLine.TAB);
        Optional<String> own = tab < 0 ? pool : Optional.of(text.substring(tab + 1));
        if (own.isEmpty()) {
            problems.add(Problem.error("no-pool", place, "nothing says which pool this code belongs to",
                    "Say --pool NAME, or write a tab and the name behind the code."));
            return Optional.empty();
        }
        String code = tab < 0 ? text : text.substring(0, tab);
        byte[] line = CodeLine.of(Code.normal(code), own.get());
        Optional<String> wrong = CodeLetters.wrong(code.strip()).or(() -> CodeLine.wrong(line));
        wrong.ifPresent(why -> problems.add(Problem.error("wrong-value", place, why, "")));
        return wrong.isEmpty() ? Optional.of(line) : Optional.empty();
    }

    private static LineSource opened(Path file) throws IOException {
        LineSource lines = new LineSource(Files.newInputStream(file));
        lines.next();
        return lines;
    }

    /** Of several lines with one code the first is written; those of the file that is added to come first. */
    private long write(List<LineSource> sorted, Path target, Twice twice) throws IOException {
        List<LineSource> sources = new ArrayList<>();
        if (into.isPresent()) {
            sources.add(opened(into.get()));
        }
        sources.addAll(sorted);
        try (MergedLines lines = new MergedLines(sources); CodeFileWriter out = new CodeFileWriter(target)) {
            byte[] last = {};
            for (Optional<byte[]> line = lines.next(); line.isPresent(); line = lines.next()) {
                if (last.length > 0 && CodeLine.BY_CODE.compare(last, line.get()) == 0) {
                    twice.found(last, line.get());
                } else {
                    out.add(line.get());
                    last = line.get();
                    progress.accept(out.codes());
                }
            }
            out.finish();
            return out.codes();
        }
    }

    /** Whether a file begins as a code file does. */
    public static boolean isCodeFile(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(CodesHeader.LENGTH), UTF_8).startsWith("plaindeal-codes ");
        }
    }
}
