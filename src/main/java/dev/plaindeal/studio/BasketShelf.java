package dev.plaindeal.studio;

import dev.plaindeal.basket.Basket;
import dev.plaindeal.problem.Failure;
import dev.plaindeal.problem.Place;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.problem.ProblemException;
import dev.plaindeal.read.BasketReader;
import dev.plaindeal.read.BasketReading;
import dev.plaindeal.verify.Fixture;
import dev.plaindeal.verify.FixtureFolder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The baskets to try: the fixtures, and for what an edit does a file of orders in their place. Safe from many threads. */
final class BasketShelf {

    /** The most baskets of a file of orders; the rest is told and left out. */
    static final int MOST = 100_000;

    private final Path fixtures;
    private final Optional<Path> orders;
    private final Clock clock;
    private Optional<ShelfBaskets> read = Optional.empty();

    BasketShelf(Path fixtures, Optional<Path> orders, Clock clock) {
        this.fixtures = fixtures;
        this.orders = orders;
        this.clock = clock;
    }

    /**
     * Baskets that were read.
     *
     * @param source where they come from, for people
     * @param leftOut those that cannot be read, or are too many
     */
    record ShelfBaskets(String source, List<Basket> baskets, long leftOut) {}

    /** The fixtures by name; none where there is no folder. Those with rules of their own are left out. */
    List<Fixture> fixtures() {
        return Files.isDirectory(fixtures)
                ? FixtureFolder.read(fixtures).fixtures().stream().filter(fixture -> fixture.rules().isEmpty()).toList()
                : List.of();
    }

    /**
     * The text of a fixture.
     *
     * @throws ProblemException when there is none of this name
     */
    String fixture(String name) {
        Fixture found = fixtures().stream()
                .filter(fixture -> fixture.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        List.of(Problem.error("no-such-file", Place.of(name), "there is no such basket", ""))));
        try {
            return Files.readString(found.basket(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw unreadable(found.basket(), unreadable);
        }
    }

    /** The baskets an edit is tried on, read once, and again when there are others. */
    synchronized ShelfBaskets all() {
        if (read.isEmpty()) {
            read = Optional.of(orders.isPresent() ? orders(orders.get()) : ofFixtures());
        }
        return read.get();
    }

    private ShelfBaskets orders(Path file) {
        try (InputStream in = Files.newInputStream(file); Stream<BasketReading> readings = BasketReader.stream(file.toString(), in, clock.instant())) {
            List<Basket> baskets = new ArrayList<>();
            long[] leftOut = new long[1];
            readings.forEach(reading -> {
                if (reading.basket().isPresent() && baskets.size() < MOST) {
                    baskets.add(reading.basket().get());
                } else {
                    leftOut[0]++;
                }
            });
            return new ShelfBaskets(file.getFileName().toString(), baskets, leftOut[0]);
        } catch (IOException unreadable) {
            throw unreadable(file, unreadable);
        }
    }

    private ShelfBaskets ofFixtures() {
        List<Fixture> all = fixtures();
        List<Basket> baskets = new ArrayList<>();
        for (Fixture fixture : all) {
            try {
                BasketReader.read(fixture.name(), Files.readAllBytes(fixture.basket()), clock.instant()).basket().ifPresent(baskets::add);
            } catch (IOException unreadable) {
                throw unreadable(fixture.basket(), unreadable);
            }
        }
        return new ShelfBaskets("the fixtures", baskets, all.size() - baskets.size());
    }

    /** There are other fixtures now: they are read again when they are asked for next. */
    synchronized void changed() {
        read = orders.isPresent() ? read : Optional.empty();
    }

    private static ProblemException unreadable(Path file, IOException why) {
        return new ProblemException(List.of(Problem.error(
                "unreadable-file", Place.of(file.toString()), "this file cannot be read: " + Failure.reason(why), "Is the path right?")));
    }
}
