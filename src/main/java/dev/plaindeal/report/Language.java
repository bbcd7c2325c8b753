package dev.plaindeal.report;

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
    private static final Set<String> KNOWN = Arrays.stream(Locale.getAvailableLocales())
            .map(Locale::getLanguage)
            .filter(language -> !language.isEmpty())
            .collect(Collectors.toUnmodifiableSet());

    Language {
        templates = Map.copyOf(templates);
    }

    /** Reads a file; what cannot be shown is left out and reported. */
    static Language parse(String file, String text, List<MessageProblem> problems) {
        Reader reader = new Reader(file, tag(file), problems);
        PropertyText.parse(withoutMark(text)).forEach(reader::read);
        reader.reportMissing();
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
        private final List<MessageProblem> problems;
        private final Map<MessageKey, Template> templates = new EnumMap<>(MessageKey.class);
        private final Map<String, Integer> seen = new HashMap<>();

        Reader(String file, String tag, List<MessageProblem> problems) {
            this.file = file;
            this.tag = tag;
            this.problems = problems;
        }

        void read(PropertyText.Entry entry) {
            Integer first = seen.putIfAbsent(entry.key(), entry.line());
            Optional<MessageKey> key = MessageKey.of(entry.key());
            if (first != null) {
                String message = entry.key() + " is already on line " + first;
                report("message-duplicate", entry, message, "The first one counts; delete one.");
            } else if (key.isEmpty()) {
                report("message-unknown", entry, "there is no message " + entry.key(), maybe(entry.key()));
            } else if (entry.value().isBlank()) {
                report("message-missing", entry, entry.key() + " is blank in " + tag, UNTIL_THEN);
            } else {
                template(key.get(), entry);
            }
        }

        private void template(MessageKey key, PropertyText.Entry entry) {
            List<Template.Fault> faults = new ArrayList<>();
            Template template = Template.parse(entry.value(), faults);
            faults.addAll(misfits(key, template, entry.value()));
            if (faults.isEmpty()) {
                templates.put(key, template);
            }
            faults.forEach(fault -> report("message-" + fault.code(), entry.line(), entry.valueCol() + fault.at(), fault));
        }

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
            if (text.indexOf('\uFFFD') >= 0) {
                faults.add(new Template.Fault(
                        "not-utf-8", text.indexOf('\uFFFD'), "a letter was lost on the way", "Save the file as UTF-8."));
            }
            return faults;
        }

        void reportMissing() {
            for (MessageKey key : MessageKey.values()) {
                if (!seen.containsKey(key.key())) {
                    String message = tag + " has no text for " + key.key();
                    problems.add(new MessageProblem("message-missing", file, 1, 1, message, UNTIL_THEN));
                }
            }
        }

        void checkName() {
            Locale locale = locale(tag);
            String right = locale.toLanguageTag();
            if (!KNOWN.contains(locale.getLanguage())) {
                String message = tag + " is not the tag of a language";
                String hint = "Name the file after the language, like pt-BR.properties.";
                problems.add(new MessageProblem("message-file-name", file, 1, 1, message, hint));
            } else if (!right.equals(tag)) {
                String message = "no buyer asks for " + tag;
                String hint = "Maybe " + right + ".properties?";
                problems.add(new MessageProblem("message-file-name", file, 1, 1, message, hint));
            }
        }

        private void report(String code, PropertyText.Entry entry, String message, String hint) {
            problems.add(new MessageProblem(code, file, entry.line(), entry.col(), message, hint));
        }

        private void report(String code, int line, int col, Template.Fault fault) {
            problems.add(new MessageProblem(code, file, line, col, fault.message(), fault.hint()));
        }

        private static String maybe(String key) {
            return Nearest.to(key, MessageKey.keys()).map(near -> "Maybe " + near + "?").orElse("");
        }
    }
}
