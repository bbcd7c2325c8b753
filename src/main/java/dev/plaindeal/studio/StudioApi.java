package dev.plaindeal.studio;

import dev.plaindeal.Frontier;
import dev.plaindeal.PromotionEngine;
import dev.plaindeal.basket.Basket;
import dev.plaindeal.draft.Answers;
import dev.plaindeal.draft.Draft;
import dev.plaindeal.draft.NewFiles;
import dev.plaindeal.draft.Question;
import dev.plaindeal.json.JsonWriter;
import dev.plaindeal.offer.Promotion;
import dev.plaindeal.pages.StudioSections;
import dev.plaindeal.problem.Failure;
import dev.plaindeal.problem.Place;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.problem.ProblemException;
import dev.plaindeal.read.BasketReader;
import dev.plaindeal.read.BasketReading;
import dev.plaindeal.receipt.ProblemJson;
import dev.plaindeal.receipt.PromotionScore;
import dev.plaindeal.receipt.Receipt;
import dev.plaindeal.rules.RuleFiles;
import dev.plaindeal.rules.grammar.RuleLayout;
import dev.plaindeal.rules.grammar.RuleLayout.LaidOut;
import dev.plaindeal.studio.RuleShelf.ShelfFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What the page asks, each question by its name. Every answer is made of what is asked and of what lies on disk. Safe from many threads. */
final class StudioApi implements AutoCloseable {

    private static final int NOT_FOUND = 404;
    private static final String PROMOTIONS = "promotions/";

    private final StudioSetup setup;
    private final RuleShelf shelf;
    private final EditedRules rules;
    private final BasketShelf baskets;
    private final Impact impact = new Impact();
    private final PromotionScores scores = new PromotionScores();
    private final Map<String, Function<StudioQuestion, HttpAnswer>> questions;

    StudioApi(StudioSetup setup) {
        this.setup = setup;
        this.shelf = new RuleShelf(setup.rules());
        this.rules = new EditedRules(shelf);
        this.baskets = new BasketShelf(setup.fixtures(), setup.orders(), setup.clock());
        this.questions = Map.ofEntries(
                Map.entry("words", asked -> HttpAnswer.json(Completions::write)),
                Map.entry("promotions", asked -> promotions()),
                Map.entry("open", this::open),
                Map.entry("try", this::tried),
                Map.entry("choices", this::choices),
                Map.entry("impact", this::impact),
                Map.entry("format", this::format),
                Map.entry("form", this::form),
                Map.entry("draft", this::draft),
                Map.entry("save", this::save),
                Map.entry("aside", this::aside),
                Map.entry("difference", this::difference),
                Map.entry("baskets", asked -> baskets()),
                Map.entry("basket", asked -> HttpAnswer.json(out -> out.text("text", baskets.fixture(asked.get("name"))))));
    }

    /** What a question says, by name; what it does not say is empty. */
    record StudioQuestion(Map<String, String> fields) {
        String get(String name) {
            return fields.getOrDefault(name, "");
        }
    }

    /** The answer to a question; never throws for what is asked or for what lies on disk. */
    HttpAnswer answer(String question, StudioQuestion asked) {
        Function<StudioQuestion, HttpAnswer> known = questions.get(question);
        if (known == null) {
            return HttpAnswer.refused(NOT_FOUND, List.of(Problem.error("no-such-question", Place.of("studio"), "the studio has no such page", "")));
        }
        try {
            return known.apply(asked);
        } catch (ProblemException found) {
            return HttpAnswer.refused(HttpAnswer.UNUSABLE, found.problems());
        } catch (RuntimeException | StackOverflowError fault) {
            return HttpAnswer.refused(HttpAnswer.UNUSABLE, List.of(Failure.unforeseen("studio", fault)));
        }
    }

    private HttpAnswer promotions() {
        EditedRules.OnDisk disk = rules.onDisk();
        Map<String, Promotion> known = disk.engine().map(PromotionEngine::promotions).orElse(Map.of());
        Optional<List<PromotionScore>> scored = disk.engine().map(scores::of).orElse(Optional.of(List.of()));
        List<Problem> found = disk.engine().map(PromotionEngine::warnings).orElse(disk.problems());
        List<ListedPromotion> listed = disk.files().texts().keySet().stream()
                .filter(path -> path.startsWith(PROMOTIONS))
                .map(path -> ListedPromotion.of(path, Optional.ofNullable(known.get(ListedPromotion.name(path))), scored.orElse(List.of()),
                        found.stream().filter(problem -> problem.place().file().equals(path)).count()))
                .toList();
        List<Problem> told = new ArrayList<>(disk.problems());
        told.addAll(RuleFiles.folder(setup.rules(), setup.rules().toString()).unread());
        return HttpAnswer.json(out -> {
            out.text("folder", shelf.root());
            out.objects("promotions", listed, (writer, one) -> one.write(writer, setup.clock().instant()));
            out.flag("scored", scored.isPresent());
            out.objects("problems", told, ProblemJson::fields);
        });
    }

    private HttpAnswer open(StudioQuestion asked) {
        ShelfFile file = shelf.read(asked.get("path")).orElseThrow(() -> new ProblemException(List.of(
                Problem.error("no-such-file", Place.of(asked.get("path")), "this file is not there any more", "Somebody has moved or deleted it."))));
        return HttpAnswer.json(out -> {
            out.text("text", file.text());
            out.text("version", file.version());
        });
    }

    private HttpAnswer tried(StudioQuestion asked) {
        String path = asked.get("path");
        EditedRules.Tried tried = rules.with(path, asked.get("text"));
        return HttpAnswer.json(out -> {
            out.objects("problems", tried.problems(), ProblemJson::fields);
            out.flag("clean", tried.engine().isPresent());
            out.flag("savable", tried.isSavable());
            out.text("words", StudioSections.plainWords(PlainWords.of(path, asked.get("text"))));
            if (tried.engine().isPresent() || !tried.scores().isEmpty()) {
                out.text("scores", StudioSections.scores(tried.scores()));
            }
            tried.engine().ifPresent(engine -> receipt(out, engine, asked.get("basket")));
        });
    }

    /** What is wrong with a basket stands apart from what is wrong with the rules, which can be saved all the same. */
    private void receipt(JsonWriter out, PromotionEngine engine, String json) {
        if (json.isBlank()) {
            return;
        }
        BasketReading reading = basket(json);
        List<Problem> problems = new ArrayList<>(reading.problems());
        reading.basket().flatMap(basket -> receipt(engine, basket, problems)).ifPresent(receipt -> out.text("receipt", receipt));
        out.objects("basketProblems", problems, ProblemJson::fields);
    }

    private static Optional<String> receipt(PromotionEngine engine, Basket basket, List<Problem> problems) {
        try {
            Receipt receipt = engine.evaluate(basket);
            return Optional.of(StudioSections.receipt(receipt, basket.locale(), engine.buyerText(receipt, basket.locale())));
        } catch (ProblemException unpriced) {
            problems.addAll(unpriced.problems());
        } catch (RuntimeException | StackOverflowError fault) {
            problems.add(Failure.unforeseen("the basket", fault));
        }
        return Optional.empty();
    }

    private BasketReading basket(String json) {
        return BasketReader.read("the basket", json.getBytes(StandardCharsets.UTF_8), setup.clock().instant());
    }

    private HttpAnswer choices(StudioQuestion asked) {
        Basket basket = basket(asked.get("basket")).orThrow();
        PromotionEngine engine = usable(rules.with(asked.get("path"), asked.get("text")));
        Frontier frontier = engine.frontier(basket);
        return HttpAnswer.json(out -> out.text("choices", StudioSections.choices(
                frontier, UnmetConditions.of(engine.promotions().values(), basket, engine.evaluate(basket)))));
    }

    private static PromotionEngine usable(EditedRules.Tried tried) {
        return tried.engine().orElseThrow(() -> new ProblemException(tried.problems()));
    }

    private HttpAnswer impact(StudioQuestion asked) {
        EditedRules.OnDisk disk = rules.onDisk();
        PromotionEngine saved = disk.engine().orElseThrow(() -> new ProblemException(disk.problems()));
        PromotionEngine edited = usable(rules.with(asked.get("path"), asked.get("text")));
        BasketShelf.ShelfBaskets read = baskets.all();
        Impact.ImpactAnswer outcome = impact.of(read.baskets(), saved, edited, promotion(saved, asked.get("path")), promotion(edited, asked.get("path")));
        return HttpAnswer.json(out -> impact(out, read, outcome));
    }

    /** Empty for what holds for all promotions, whatever its file is called. */
    private static Optional<Promotion> promotion(PromotionEngine engine, String path) {
        return path.startsWith(PROMOTIONS) ? Optional.ofNullable(engine.promotions().get(ListedPromotion.name(path))) : Optional.empty();
    }

    private static void impact(JsonWriter out, BasketShelf.ShelfBaskets read, Impact.ImpactAnswer outcome) {
        if (outcome instanceof Impact.ImpactAnswer.Compared known) {
            out.text("state", "known");
            out.whole("tried", known.tried());
            out.text("impact", StudioSections.impact(ImpactSums.of(read, known)));
        } else if (outcome instanceof Impact.ImpactAnswer.Warming warming) {
            out.text("state", "warming");
            out.whole("done", warming.done());
            out.whole("of", read.baskets().size());
        } else {
            out.text("state", "superseded");
        }
    }

    private HttpAnswer format(StudioQuestion asked) {
        LaidOut laidOut = RuleLayout.of(asked.get("path"), asked.get("text").getBytes(StandardCharsets.UTF_8));
        if (!laidOut.problems().isEmpty()) {
            throw new ProblemException(laidOut.problems());
        }
        return HttpAnswer.json(out -> out.text("text", laidOut.text()));
    }

    /** The questions of a form, with the answers this text gives, as far as a form can say them. */
    private HttpAnswer form(StudioQuestion asked) {
        if (asked.get("text").isBlank()) {
            return HttpAnswer.json(out -> {
                out.flag("possible", true);
                questions(out, Map.of(), List.of());
            });
        }
        Optional<PromotionForm> form = PromotionForm.of(asked.get("path"), asked.get("text"));
        return HttpAnswer.json(out -> {
            out.flag("possible", form.filter(one -> one.isWhole() || !one.changeable().isEmpty()).isPresent());
            out.flag("part", form.filter(PromotionForm::isWhole).isEmpty());
            form.ifPresent(one -> formQuestions(out, one));
        });
    }

    private static void formQuestions(JsonWriter out, PromotionForm form) {
        if (form.isWhole()) {
            questions(out, form.answers(), List.of());
        } else {
            out.objects("questions", form.changeable(), (writer, question) -> question(writer, question, Answers.none(), form.answers().get(question)));
        }
    }

    /** The text that answers make, and which questions are still open. */
    private HttpAnswer draft(StudioQuestion asked) {
        Map<Question, String> typed = new EnumMap<>(Question.class);
        for (Question question : Question.values()) {
            typed.put(question, asked.get(name(question)));
        }
        Optional<PromotionForm> part = PromotionForm.of(asked.get("path"), asked.get("text")).filter(form -> !form.isWhole());
        if (part.isPresent()) {
            return changed(part.get(), typed);
        }
        List<Problem> slips = slips(typed);
        return HttpAnswer.json(out -> {
            questions(out, typed, slips);
            if (slips.isEmpty()) {
                drafted(out, typed);
            }
        });
    }

    private static HttpAnswer changed(PromotionForm form, Map<Question, String> typed) {
        for (Question question : form.changeable()) {
            try {
                question.check(typed.getOrDefault(question, "").strip());
            } catch (IllegalArgumentException slip) {
                return HttpAnswer.json(out -> out.objects("slips", List.of(slip.getMessage()), (writer, message) -> {
                    writer.text("name", name(question));
                    writer.text("message", message);
                }));
            }
        }
        return HttpAnswer.json(out -> out.text("text", form.with(typed)));
    }

    private static void drafted(JsonWriter out, Map<Question, String> typed) {
        try {
            Draft draft = Draft.of(PromotionForm.answers(typed));
            out.text("path", draft.rulePath());
            out.text("text", draft.ruleText());
        } catch (IllegalArgumentException open) {
            out.text("open", open.getMessage());
        }
    }

    private static List<Problem> slips(Map<Question, String> typed) {
        Answers known = Answers.none();
        for (Question question : Question.values()) {
            try {
                String answer = typed.getOrDefault(question, "").strip();
                known = answer.isEmpty() || known.need(question) == Answers.Need.SENSELESS ? known : known.with(question, answer);
            } catch (IllegalArgumentException slip) {
                return List.of(Problem.error("answer", Place.of(name(question)), slip.getMessage(), ""));
            }
        }
        return List.of();
    }

    /** Those that make sense now, in the order they are asked. What hangs on an answer that is wrong is not asked before it is right. */
    private static void questions(JsonWriter out, Map<Question, String> typed, List<Problem> slips) {
        Answers known = slips.isEmpty() ? sensible(typed) : Answers.none();
        out.objects("slips", slips, (writer, slip) -> {
            writer.text("name", slip.place().file());
            writer.text("message", slip.message());
        });
        List<Question> asked = Arrays.stream(Question.values())
                .filter(question -> !slips.isEmpty() ? !typed.getOrDefault(question, "").isEmpty() : known.need(question) != Answers.Need.SENSELESS)
                .toList();
        out.objects("questions", asked, (writer, question) -> question(writer, question, known, typed.getOrDefault(question, "")));
    }

    private static Answers sensible(Map<Question, String> typed) {
        Answers known = Answers.none();
        for (Question question : Question.values()) {
            String answer = typed.getOrDefault(question, "").strip();
            if (!answer.isEmpty() && known.need(question) != Answers.Need.SENSELESS) {
                known = known.with(question, answer);
            }
        }
        return known;
    }

    private static void question(JsonWriter out, Question question, Answers known, String answer) {
        out.text("name", name(question));
        out.text("words", question.words());
        out.text("answer", known.to(question).orElse(answer));
        out.flag("needed", known.need(question) == Answers.Need.NEEDED);
        out.objects("choices", question.choices(known), (writer, choice) -> {
            writer.text("key", choice.key());
            writer.text("words", choice.words());
        });
    }

    private static String name(Question question) {
        return question.name().toLowerCase(Locale.ROOT);
    }

    private HttpAnswer save(StudioQuestion asked) {
        String path = asked.get("path");
        String text = asked.get("text");
        EditedRules.Tried tried = rules.with(path, text);
        if (!tried.isSavable()) {
            throw new ProblemException(tried.problems());
        }
        Optional<ShelfFile> other = shelf.save(path, text, asked.get("version"));
        boolean isNew = asked.get("version").equals(RuleShelf.ABSENT) && path.startsWith(PROMOTIONS);
        return other.isPresent() || !isNew
                ? stored(other, RuleShelf.version(text))
                : HttpAnswer.json(out -> {
                    out.text("version", RuleShelf.version(text));
                    out.text("told", tried.engine().map(engine -> withBaskets(path, text, engine)).orElse(""));
                });
    }

    /** Writes the baskets of a new promotion, as the command {@code new} does, where a form can say what it is; says what came of it. */
    private String withBaskets(String path, String text, PromotionEngine engine) {
        try {
            Optional<PromotionForm> form = PromotionForm.of(path, text).filter(PromotionForm::isWhole);
            return form.map(one -> withBaskets(Draft.of(PromotionForm.answers(one.answers())), engine))
                    .orElse("It says more than the form can ask, so no baskets were made for it.");
        } catch (ProblemException unwritten) {
            return "No baskets were made for it: " + unwritten.problems().get(0).message() + ".";
        } catch (RuntimeException | StackOverflowError fault) {
            return "No baskets were made for it: " + Failure.unforeseen(path, fault).message() + ".";
        }
    }

    private String withBaskets(Draft draft, PromotionEngine engine) {
        NewFiles files = new NewFiles();
        draft.fixtures(engine, setup.clock().instant()).files().forEach((path, text) -> files.add(setup.fixtures(), path, text));
        files.write();
        baskets.changed();
        return "Two baskets show where it begins, one that just qualifies and one that just misses.";
    }

    private HttpAnswer aside(StudioQuestion asked) {
        return stored(shelf.putAside(asked.get("path"), asked.get("version")), RuleShelf.ABSENT);
    }

    private static HttpAnswer stored(Optional<ShelfFile> other, String version) {
        return other.map(file -> HttpAnswer.json(HttpAnswer.CONFLICT, out -> {
                    out.text("text", file.text());
                    out.text("version", file.version());
                }))
                .orElseGet(() -> HttpAnswer.json(out -> out.text("version", version)));
    }

    private HttpAnswer difference(StudioQuestion asked) {
        StudioSetup.Revised revised = setup.history().since(shelf.inside(asked.get("path")));
        return HttpAnswer.json(out -> {
            out.text("since", revised.since().name().toLowerCase(Locale.ROOT));
            out.text("difference", revised.difference());
        });
    }

    private HttpAnswer baskets() {
        List<String> names = Files.isDirectory(setup.fixtures()) ? baskets.fixtures().stream().map(one -> one.name()).toList() : List.of();
        return HttpAnswer.json(out -> out.texts("baskets", names));
    }

    @Override
    public void close() {
        impact.close();
        scores.close();
    }
}
