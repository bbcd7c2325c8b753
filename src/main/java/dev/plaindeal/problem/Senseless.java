package dev.plaindeal.problem;

/** Something a rule file says that makes no sense; the message is a sentence for its author. */
public final class Senseless extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    private final String word;
    private final String hint;

    private Senseless(String word, String sentence, String hint) {
        super(sentence);
        this.word = word;
        this.hint = hint;
    }

    /** About what is being read; the hint says what was probably meant, or what to write instead. */
    public static Senseless maybe(String sentence, String hint) {
        return new Senseless("", sentence, hint);
    }

    /** About a word that was said before. */
    public static Senseless at(String word, String sentence, String hint) {
        return new Senseless(word, sentence, hint);
    }

    /** What to write instead, where the sentence knows; else empty. */
    public static String hint(IllegalArgumentException sentence) {
        return sentence instanceof Senseless slip ? slip.hint() : "";
    }

    /** The word it is about, empty when it is about what is being read. */
    public String word() {
        return word;
    }

    /** What to write instead, empty when there is nothing to say. */
    public String hint() {
        return hint;
    }

    /** The sentence with what to write instead behind it. */
    public String withHint() {
        return hint.isEmpty() ? getMessage() : getMessage() + ". " + hint;
    }
}
