package dev.plaindeal.language;

import dev.plaindeal.problem.Nearest;
import dev.plaindeal.problem.Place;
import dev.plaindeal.problem.Problem;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The sentences of one language that can be shown, cut and checked.
 *
 * @param tag its BCP 47 tag, the file's name without the ending
 * @param templates the sentences
 * @param promotions what it says of single promotions
 */
record Language(String tag, Map<MessageKey, Template> templates, Map<PromotionText.TextKey, PromotionText> promotions) {

    private static final Set<String> RIGHT_TO_LEFT =
            Set.of("ar", "ckb", "dv", "fa", "he", "ks", "ku", "ps", "sd", "ug", "ur", "yi");
    /** What a promotion is called has to fit on a line. */
    private static final int LONGEST_NAME = 200;
    /** Problems told of one file. */
    private static final int MOST_TOLD = 100;
    /** What a careless reader puts in place of bytes it cannot read. */
    private static final char LOST_LETTER = '\uFFFD';

    private static final Set<String> KNOWN = Arrays.stream(NumberFormat.getAvailableLocales())
            .map(Locale::getLanguage)
            .filter(language -> !language.isEmpty())
            .collect(Collectors.toUnmodifiableSet());

    Language {
        templates = Map.copyOf(templates);
        promotions = Map.copyOf(promotions);
    }

    /** What buyers see in place of a text that is missing or cannot be shown. */
    enum StandIn {
        /** The English text of the same files. */
        ENGLISH("Buyers see the English text until then."),
        /** The text of the same language that the jar carries. */
        PACKED("Buyers see the text that comes with Plaindeal until then.");

        private final String sentence;

        StandIn(String sentence) {
            this.sentence = sentence;
        }
    }

    /** Which texts a file has to have. */
    enum FileScope {
        /** All. */
        WHOLE,
        /** Only what differs from the file behind it. */
        DIFFERENCES;

        private Set<MessageKey> wanted() {
            return this == WHOLE ? EnumSet.allOf(MessageKey.class) : EnumSet.noneOf(MessageKey.class);
        }
    }

    /** Reads a file; what cannot be shown is left out and reported. */
    static Language parse(String file, String text, FileScope extent, StandIn standIn, List<Problem> problems) {
        Reader reader = new Reader(file, tag(file), extent.wanted(), standIn.sentence, problems);
        reader.read(PropertyText.parse(withoutMark(text)));
        reader.refuseUnseen(PropertyText.unseen(withoutMark(text)));
        reader.checkName();
        return new Language(reader.tag, reader.templates, reader.promotions);
    }

    /** The same language with the gaps closed by another one. */
    Language orElse(Language other) {
        Map<MessageKey, Template> all = new EnumMap<>(MessageKey.class);
        all.putAll(other.templates);
        all.putAll(templates);
        Map<PromotionText.TextKey, PromotionText> both = new HashMap<>(other.promotions);
        both.putAll(promotions);
        return new Language(tag, all, both);
    }

    /** What it says of a promotion. */
    Optional<String> promotion(String id, PromotionText.TextKind kind) {
        return Optional.ofNullable(promotions.get(new PromotionText.TextKey(id, kind))).map(PromotionText::text);
    }

    static boolean isRightToLeft(Locale locale) {
        return RIGHT_TO_LEFT.contains(locale.getLanguage());
    }

    /** The locale a tag means, today's code for a language in place of a retired one. */
    static Locale locale(String tag) {
        Locale locale = Locale.forLanguageTag(tag.strip().replace('_', '-'));
        // The JDK renews in, iw and ji by itself; Tagalog is asked for as tl and translated as fil.
        return locale.getLanguage().equals("tl")
                ? new Locale.Builder().setLocale(locale).setLanguage("fil").build()
                : locale;
    }

    static String tag(String file) {
        return file.endsWith(".properties") ? file.substring(0, file.length() - ".properties".length()) : file;
    }

    /** Some editors put a byte order mark before the first line. */
    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** Goes through one file, entry by entry. */
    private static final class Reader {
        private final String file;
        private final String tag;
        private final List<Problem> problems;
        private final Set<MessageKey> wanted;
        private final String untilThen;
        private final Map<MessageKey, Template> templates = new EnumMap<>(MessageKey.class);
        private final Map<PromotionText.TextKey, PromotionText> promotions = new TreeMap<>();
        private final Map<String, Integer> seen = new HashMap<>();
        private int told;

        Reader(String file, String tag, Set<MessageKey> wanted, String untilThen, List<Problem> problems) {
            this.file = file;
            this.tag = tag;
            this.wanted = wanted;
            this.untilThen = untilThen;
            this.problems = problems;
        }

        /** A file that is no message file is not told line by line. */
        private boolean hasEnough(PropertyText.Property entry) {
            if (told < MOST_TOLD) {
                return false;
            }
            error("too-many", at(entry, 0), "there is more wrong from here on", "Is this the right file?");
            return true;
        }

        void read(List<PropertyText.Property> entries) {
            for (PropertyText.Property entry : entries) {
                if (hasEnough(entry)) {
                    return;
                }
                read(entry);
            }
            reportMissing();
        }

        private void read(PropertyText.Property entry) {
            Integer first = seen.putIfAbsent(entry.key(), entry.line());
            Optional<MessageKey> key = MessageKey.of(entry.key());
            Optional<PromotionText.TextKey> promotion = PromotionText.TextKey.of(entry.key());
            if (first != null) {
                String message = entry.key() + " is already on line " + first;
                error("duplicate", at(entry, entry.col()), message, "The first one counts; delete one.");
            } else if (promotion.isPresent()) {
                promotion(promotion.get(), entry);
            } else if (key.isEmpty() && !MessageKey.isRetired(entry.key())) {
                String hint = Nearest.hint(entry.key(), MessageKey.keys(), "");
                error("unknown", at(entry, entry.col()), "there is no message " + entry.key(), hint);
            } else if (entry.value().isBlank()) {
                missing(at(entry, entry.col()), entry.key() + " is blank in " + tag);
            } else {
                key.ifPresent(known -> template(known, entry));
            }
        }

        /** Shown as it stands: a name has no gaps. */
        private void promotion(PromotionText.TextKey key, PropertyText.Property entry) {
            if (entry.value().isBlank() || entry.value().length() > LONGEST_NAME) {
                String message = entry.key() + " has " + entry.value().length() + " letters, not 1 to " + LONGEST_NAME;
                error("promotion-length", at(entry, entry.col()), message, "");
            } else if (PropertyText.isSeen(entry.value())) {
                promotions.put(key, new PromotionText(entry.value(), at(entry, entry.col())));
            }
        }

        private void template(MessageKey key, PropertyText.Property entry) {
            List<Template.Fault> faults = new ArrayList<>();
            Template template = Template.parse(entry.value(), faults);
            faults.addAll(misfits(key, template, entry.value()));
            if (faults.isEmpty() && PropertyText.isSeen(entry.value())) {
                templates.put(key, template);
            }
            faults.forEach(fault -> error(
                    fault.code(), at(entry, entry.valueCol() + fault.at()), fault.message(), fault.hint()));
        }

        /** What the sentence says or leaves out against the rules of its key. */
        private List<Template.Fault> misfits(MessageKey key, Template template, String text) {
            List<Template.Fault> faults = new ArrayList<>();
            for (Placeholder gap : Set.copyOf(template.gaps())) {
                if (!key.allows(gap)) {
                    String message = gap + " has no place in " + key.key();
                    faults.add(new Template.Fault("placeholder-misplaced", text.indexOf(gap.toString()), message, ""));
                }
            }
            for (Placeholder gap : key.required()) {
                if (!template.gaps().contains(gap)) {
                    String message = gap + " is missing from " + key.key();
                    faults.add(new Template.Fault("placeholder-missing", 0, message, untilThen));
                }
            }
            if (text.indexOf(LOST_LETTER) >= 0) {
                String message = "a letter was lost when the file was read";
                faults.add(new Template.Fault("not-utf-8", text.indexOf(LOST_LETTER), message, "Save it as UTF-8."));
            }
            return faults;
        }

        /** A buyer's or an author's terminal would act on them, or two texts that differ would look the same. */
        void refuseUnseen(List<PropertyText.Unseen> all) {
            all.stream().limit(MOST_TOLD).forEach(unseen -> error(
                    "hidden-character",
                    Place.of(file, unseen.line(), unseen.col(), unseen.source()),
                    String.format(Locale.ROOT, "the character U+%04X cannot be seen, or turns text round", unseen.c()),
                    "Delete it."));
        }

        private void reportMissing() {
            for (MessageKey key : wanted) {
                if (!seen.containsKey(key.key())) {
                    missing(Place.of(file), tag + " has no text for " + key.key());
                }
            }
        }

        void checkName() {
            Locale locale = locale(tag);
            String right = locale.toLanguageTag();
            if (!KNOWN.contains(locale.getLanguage())) {
                String hint = "Name the file after the language, like pt-BR.properties.";
                error("file-name", Place.of(file), tag + " is not the tag of a language", hint);
            } else if (!right.equals(tag)) {
                error("file-name", Place.of(file), "no buyer asks for " + tag, "Maybe " + right + ".properties?");
            }
        }

        private Place at(PropertyText.Property entry, int column) {
            return Place.of(file, entry.line(), column, entry.source());
        }

        private void missing(Place place, String message) {
            told++;
            problems.add(Problem.warning("message-missing", place, message, untilThen));
        }

        private void error(String code, Place place, String message, String hint) {
            told++;
            problems.add(Problem.error("message-" + code, place, message, hint));
        }
    }
}
