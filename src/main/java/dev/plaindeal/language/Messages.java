package dev.plaindeal.language;

import dev.plaindeal.problem.Nearest;
import dev.plaindeal.problem.Place;
import dev.plaindeal.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * The sentences of all languages, read once. Faulty or missing texts never reach a buyer: they are reported in
 * {@link #problems} and the English text stands in, or, when English has none either, the bare numbers.
 *
 * <p>Immutable for its users and thread-safe; {@link #in} is fast enough to be asked for every basket.
 *
 * <p>A file of a country beside one of its language, {@code en-GB} beside {@code en}, need only have what differs.
 *
 * <p>Worked example: with {@code en} and {@code pt-BR} read, a buyer of {@code pt-PT} gets Brazilian words with numbers as
 * Portugal writes them, and a buyer of {@code ko-KR} English words with numbers in international English.
 */
public final class Messages {

    private static final String ENGLISH = "en";
    /** English with no country's habits: here a dollar sign alone would not say whose dollar. */
    private static final Locale INTERNATIONAL = Locale.forLanguageTag("en-001");
    private static final Set<Locale> WRITTEN = Set.of(NumberFormat.getAvailableLocales());
    /** Tags come from outside; remembering each would let a stranger fill the memory. */
    private static final int REMEMBERED_TAGS = 1000;

    private record Wording(String language, Locale numbers) {}

    private final Map<String, String> texts;
    private final Map<String, Language> languages;
    private final List<Problem> problems;
    /** Where the files are, for problems. */
    private final String folder;
    private final ConcurrentMap<String, TagWords> byTag = new ConcurrentHashMap<>();
    private final ConcurrentMap<Wording, BuyerWords> byWording = new ConcurrentHashMap<>();

    private Messages(Map<String, String> texts, Map<String, Language> languages, List<Problem> problems, String folder) {
        this.texts = Map.copyOf(texts);
        this.folder = folder;
        this.languages = languages;
        this.problems = problems.stream().sorted().toList();
    }

    /** Reads texts by file name, for instance {@code pt-BR.properties}. Touches nothing else and never fails. */
    public static Messages of(Map<String, String> files) {
        return of(files, Map.of(), new ArrayList<>());
    }

    /**
     * Reads texts that stand for the files of {@code messages/}, by file name; problems name them below it. A text that is too
     * large is a problem and left out.
     */
    public static Messages handedIn(Map<String, String> files) {
        List<Problem> problems = new ArrayList<>();
        return of(MessageFiles.notTooLarge(files, problems), InJar.LANGUAGES, problems).below("messages");
    }

    /**
     * Reads the files of a folder, {@code rules/messages} usually; problems name files as this path does. Texts that are missing
     * are those the jar carries.
     */
    public static Messages read(Path folder) throws IOException {
        return read(folder, folder.toRealPath(), folder.toString());
    }

    /**
     * Reads the files of {@code messages/} in a rules folder, which links may not leave; those the jar carries where there is
     * no such folder, or where it is a link out of the rules, which is a problem of the rules.
     *
     * @param shown name of the rules folder for problems
     */
    public static Messages inRules(Path rules, String shown) throws IOException {
        Path folder = rules.resolve("messages");
        if (!Files.isDirectory(folder) || !folder.toRealPath().startsWith(rules.toRealPath())) {
            return packedForOthers();
        }
        return read(folder.toRealPath(), rules.toRealPath(), shown + "/messages");
    }

    private static Messages read(Path folder, Path within, String shown) throws IOException {
        List<Problem> problems = new ArrayList<>();
        return of(MessageFiles.decode(MessageFiles.inFolder(folder, within, problems), problems), InJar.LANGUAGES, problems)
                .below(shown);
    }

    private Messages below(String shown) {
        return new Messages(texts, languages, problems.stream().map(problem -> problem.below(shown)).toList(), shown);
    }

    /** Reads the files the jar carries; {@link IllegalStateException} when it carries none. */
    public static Messages packed() {
        List<Problem> problems = new ArrayList<>();
        return of(MessageFiles.decode(MessageFiles.packed(), problems), Map.of(), problems);
    }

    /** The same without what is said of single promotions: those of the jar are not those of other rules. */
    public static Messages packedForOthers() {
        return ForOthers.messages();
    }

    /** Read once: a studio loads rules at every key. */
    private static final class ForOthers {
        private static @Nullable Messages read;

        /** Not in a static initialiser: where they cannot be read, whoever asks hears why, and each time. */
        static synchronized Messages messages() {
            Messages known = read == null ? general(packed()) : read;
            read = known;
            return known;
        }

        private static Messages general(Messages packed) {
            Map<String, Language> languages = new TreeMap<>();
            packed.languages.keySet().forEach(tag -> languages.put(tag, Messages.general(packed.languages, tag)));
            return new Messages(packed.texts, languages, packed.problems, packed.folder);
        }
    }

    /** What the jar carries, read when first needed. */
    private static final class InJar {
        static final Map<String, Language> LANGUAGES = packed().languages;
    }

    private static Messages of(Map<String, String> files, Map<String, Language> packed, List<Problem> problems) {
        Map<String, Language> read = new TreeMap<>();
        List<String> tags = files.keySet().stream().map(Language::tag).sorted().toList();
        files.forEach((file, text) -> {
            String tag = Language.tag(file);
            Language.FileScope extent =
                    Relatives.behind(tag, tags).isEmpty() ? Language.FileScope.WHOLE : Language.FileScope.DIFFERENCES;
            Language.StandIn standIn = packed.containsKey(tag) ? Language.StandIn.PACKED : Language.StandIn.ENGLISH;
            Language language = Language.parse(file, text, extent, standIn, problems);
            read.put(language.tag(), language);
        });
        if (!read.containsKey(ENGLISH)) {
            String hint = "Without English there is nothing to fall back to.";
            Place place = Place.of("en.properties");
            problems.add(Problem.error("message-file-missing", place, "the file is not there", hint));
        }
        unnamed(read, problems);
        return new Messages(files, completed(read, packed), problems, "");
    }

    /** A promotion that is named in one language needs its words in each. */
    private static void unnamed(Map<String, Language> read, List<Problem> problems) {
        Set<PromotionText.TextKey> named = new TreeSet<>();
        read.values().forEach(language -> named.addAll(language.promotions().keySet()));
        read.forEach((tag, language) -> named.stream()
                .filter(key -> Relatives.behind(tag, read.keySet()).isEmpty() && !language.promotions().containsKey(key))
                .forEach(key -> problems.add(Problem.warning(
                        "message-missing", Place.of(tag + ".properties"), tag + " has no text for " + key, standIn(key, read)))));
    }

    private static String standIn(PromotionText.TextKey key, Map<String, Language> read) {
        Language english = read.get(ENGLISH);
        return english != null && english.promotions().containsKey(key)
                ? "Buyers see the English text until then."
                : "Buyers see the name the rules give it until then.";
    }

    private static Map<String, Language> completed(Map<String, Language> read, Map<String, Language> packed) {
        Language english = read.getOrDefault(ENGLISH, new Language(ENGLISH, Map.of(), Map.of()))
                .orElse(general(packed, ENGLISH))
                .orElse(bare());
        Map<String, Language> complete = new TreeMap<>();
        read.forEach((tag, language) -> {
            Language whole = language;
            for (String behind : Relatives.behind(tag, read.keySet())) {
                whole = whole.orElse(read.get(behind));
            }
            complete.put(tag, whole.orElse(general(packed, tag)).orElse(english));
        });
        complete.put(ENGLISH, english);
        return complete;
    }

    /** Without what is said of single promotions: those of the jar are not those of other rules. */
    private static Language general(Map<String, Language> packed, String tag) {
        return new Language(tag, Optional.ofNullable(packed.get(tag)).map(Language::templates).orElse(Map.of()), Map.of());
    }

    private static Language bare() {
        Map<MessageKey, Template> templates = new EnumMap<>(MessageKey.class);
        for (MessageKey key : MessageKey.values()) {
            templates.put(key, Template.parse(key.bare(), new ArrayList<>()));
        }
        return new Language(ENGLISH, templates, Map.of());
    }

    /**
     * A problem for each promotion that these texts speak of and nobody knows.
     *
     * @param known the promotions there are
     */
    public List<Problem> ofUnknownPromotions(Set<String> known) {
        return texts.keySet().stream()
                .map(file -> languages.get(Language.tag(file)))
                .filter(Objects::nonNull)
                .flatMap(language -> language.promotions().entrySet().stream())
                .filter(said -> !known.contains(said.getKey().promotion()))
                .map(said -> Problem.warning(
                        "message-unknown-promotion",
                        said.getValue().place(),
                        "there is no promotion " + said.getKey().promotion(),
                        Nearest.hint(said.getKey().promotion(), List.copyOf(known), "")))
                .map(problem -> folder.isEmpty() ? problem : problem.below(folder))
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * What is wrong with the files, by file and line; empty when every language is complete. A missing translation is a
     * warning, everything else an error. Neither stops these messages from being used.
     */
    public List<Problem> problems() {
        return problems;
    }

    /** Whether these were read from files with the same names and texts. */
    public boolean saysTheSameAs(Messages other) {
        return texts.equals(other.texts) && problems.equals(other.problems);
    }

    /** Whether a file of this name, right in {@code messages/}, is read as one of them. */
    public static boolean isFile(String name) {
        return MessageFiles.counts(name);
    }

    /** The tags of the languages there are. */
    public Set<String> languages() {
        return Set.copyOf(languages.keySet());
    }

    /**
     * The words for a buyer: of exactly this tag, else of its language, else English. Retired codes work ({@code in},
     * {@code tl}), and a tag that makes no sense gets English.
     */
    public BuyerWords in(String tag) {
        return known(tag).words();
    }

    /**
     * What there is for a tag.
     *
     * @param spoken whether the words are in its language
     */
    private record TagWords(BuyerWords words, boolean spoken) {}

    private TagWords known(String tag) {
        TagWords remembered = byTag.get(tag);
        if (remembered != null) {
            return remembered;
        }
        Locale buyer = Language.locale(tag);
        Language language = language(buyer);
        BuyerWords words = byWording.computeIfAbsent(
                new Wording(language.tag(), numbers(buyer, language)), wording -> new BuyerWords(language, wording.numbers()));
        TagWords known = new TagWords(words, Language.locale(words.tag()).getLanguage().equals(buyer.getLanguage()));
        if (byTag.size() < REMEMBERED_TAGS) {
            byTag.put(tag, known);
        }
        return known;
    }

    /** Whether there are words in the language of this tag, of whatever country. */
    public boolean speaks(String tag) {
        return known(tag).spoken();
    }

    private Language language(Locale buyer) {
        return Relatives.nearest(buyer, languages.keySet()).stream()
                .findFirst()
                .map(languages::get)
                .orElseGet(() -> languages.get(ENGLISH));
    }

    /** Numbers follow the language of the sentence, not the buyer's: Persian digits have no place in an English one. */
    private static Locale numbers(Locale buyer, Language language) {
        String spoken = Language.locale(language.tag()).getLanguage();
        Locale there = new Locale.Builder()
                .setLanguage(spoken)
                .setRegion(buyer.getCountry())
                .build();
        boolean ownLanguage = spoken.equals(buyer.getLanguage());
        if (WRITTEN.contains(there) && (ownLanguage || !buyer.getCountry().isEmpty())) {
            return there;
        }
        return spoken.equals(ENGLISH) ? INTERNATIONAL : new Locale.Builder().setLanguage(spoken).build();
    }
}
