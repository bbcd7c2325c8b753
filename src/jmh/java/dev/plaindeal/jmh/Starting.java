package dev.plaindeal.jmh;

import dev.plaindeal.rules.PlainText;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;

/**
 * What the command line costs to start, price one basket and end, against a JVM that compiles the same rules with Drools and
 * does nothing else. Each with a class archive of its own and the flags of a short run, and each plain; in turn, so that
 * both see the same machine.
 */
final class Starting {

    private static final int ROUNDS = 9;
    private static final List<String> SHORT_RUN = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");
    private static final List<String> QUIET = List.of("-Xshare:auto", "-Xlog:cds=off", "-Xlog:cds+dynamic=off");
    private static final String BASKET = "fixtures/article/us-live-three-layers.basket.json";

    private final Path target;
    private final String jar;
    private final List<String> compileOnly;

    private Starting(Path target) throws IOException {
        this.target = target;
        this.jar = target.resolve("plaindeal.jar").toString();
        Path rules = target.resolve("floor.drl");
        Files.writeString(rules, PlainText.of(Path.of("rules")));
        this.compileOnly = List.of("-cp", Ran.path(drools(), compileOnlyJar(), jar), CompileOnly.class.getName(), rules.toString());
    }

    /** Drools' own jars, all of them and before ours, which is there for the facts: of what ours carries of Drools, what nobody reaches from our code is left out. */
    private static String drools() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.endsWith(".jar"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** The figures; nothing where the jar has not been packed. */
    static List<Figure> measured(Path target) throws IOException {
        return Files.exists(target.resolve("plaindeal")) ? new Starting(target).measured() : List.of();
    }

    private List<Figure> measured() throws IOException {
        String archive = target.resolve("floor.jsa").toString();
        Ran.of(command(SHORT_RUN, List.of("-Xlog:cds=off", "-Xlog:cds+dynamic=off", "-XX:ArchiveClassesAtExit=" + archive), compileOnly));
        List<String> floor = command(SHORT_RUN, QUIET, List.of("-XX:SharedArchiveFile=" + archive), compileOnly);
        List<String> ours = List.of(target.resolve("plaindeal").toString(), "evaluate", BASKET);
        List<Figure> figures = new ArrayList<>(
                inTurn("start of the command line, with class archive", ours, "start of Drools alone, with class archive", floor));
        figures.addAll(inTurn(
                "start of the command line, plain", command(List.of("-jar", jar, "evaluate", BASKET)),
                "start of Drools alone, plain", command(compileOnly)));
        return figures;
    }

    private static List<Figure> inTurn(String ours, List<String> oursCommand, String floor, List<String> floorCommand)
            throws IOException {
        List<Double> one = new ArrayList<>();
        List<Double> other = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            one.add(Ran.of(oursCommand).cpu());
            other.add(Ran.of(floorCommand).cpu());
        }
        return List.of(new Figure(ours, "s CPU", one, ""), new Figure(floor, "s CPU", other, ""));
    }

    @SafeVarargs
    private static List<String> command(List<String>... parts) {
        List<String> command = new ArrayList<>(List.of(Ran.java()));
        for (List<String> part : parts) {
            command.addAll(part);
        }
        return command;
    }

    /** A class archive takes jars alone. */
    private String compileOnlyJar() throws IOException {
        Path file = target.resolve("floor.jar");
        String entry = CompileOnly.class.getName().replace('.', '/') + ".class";
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(file));
                InputStream in = CompileOnly.class.getClassLoader().getResourceAsStream(entry)) {
            out.putNextEntry(new JarEntry(entry));
            in.transferTo(out);
        }
        return file.toString();
    }
}
