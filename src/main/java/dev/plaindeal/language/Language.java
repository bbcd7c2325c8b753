package dev.plaindeal.language;

import dev.plaindeal.problem.Nearest;
import dev.plaindeal.problem.Place;
import dev.plaindeal.problem.Problem;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The sentences of one language that can be shown, cut and checked.
 *
 * @param tag its BCP 47 tag, the file's name without the ending
 */
record Language(String tag, Map<MessageKey, Template> templates) {

    private static final String UNTIL_THEN = "Buyers see the English text until then.";
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
    }

    /** Reads a file; what cannot be shown is left out and reported. */
    static Language parse(String file, String text, List<Problem> problems) {
        Reader reader = new Reader(file, tag(file), problems);
        reader.read(PropertyText.parse(withoutMark(text)));
        reader.refuseUnseen(PropertyText.unseen(withoutMark(text)));
        reader.checkName();
        return new Language(reader.tag, reader.templates);
    }

    /** The same language with the gaps closed by another one. */
    Language orElse(Map<MessageKey, Template> others) {
        Map<MessageKey, Template> all = new EnumMap<>(others);
        all.putAll(templates);
        return new Language(tag, all);
    }

    /** The locale a tag means, today's code for a language in place of a retired one. */
    static Locale locale(String tag) {
        Locale locale = Locale.forLanguageTag(tag.strip().replace('_', '-'));
        // The JDK renews in, iw and ji by itself; Tagalog is asked for as tl and translated as fil.
        return locale.getLanguage().equals("tl")
                ? new Locale.Builder().setLocale(locale).setLanguage("fil").build()
                : locale;
    }

    private static String tag(String file) {
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
        private final Map<MessageKey, Template> templates = new EnumMap<>(MessageKey.class);
        private final Map<String, Integer> seen = new HashMap<>();
        private int told;

        Reader(String file, String tag, List<Problem> problems) {
            this.file = file;
            this.tag = tag;
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
            if (first != null) {
                String message = entry.key() + " is already on line " + first;
                error("duplicate", at(entry, entry.col()), message, "The first one counts; delete one.");
            } else if (key.isEmpty()) {
                String hint = Nearest.hint(entry.key(), MessageKey.keys(), "");
                error("unknown", at(entry, entry.col()), "there is no message " + entry.key(), hint);
            } else if (entry.value().isBlank()) {
                missing(at(entry, entry.col()), entry.key() + " is blank in " + tag);
            } else {
                template(key.get(), entry);
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
        private static List<Template.Fault> misfits(MessageKey key, Template template, String text) {
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
                    faults.add(new Template.Fault("placeholder-missing", 0, message, UNTIL_THEN));
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
            for (MessageKey key : MessageKey.values()) {
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
            problems.add(Problem.warning("message-missing", place, message, UNTIL_THEN));
        }

        private void error(String code, Place place, String message, String hint) {
            told++;
            problems.add(Problem.error("message-" + code, place, message, hint));
        }
    }
}
