package dev.plaindeal.rules;

/**
 * One rule file as it was found.
 *
 * @param path where it is below the rules folder, with /
 * @param shown its name for messages, as the user gave it
 * @param text what it says
 * @param hash SHA-256 of its bytes, hex
 */
public record RuleFile(String path, String shown, String text, String hash) {

    String folder() {
        return path.substring(0, path.indexOf('/'));
    }

    /** Its name without folders and ending. */
    String name() {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.substring(0, name.length() - RuleFiles.ENDING.length());
    }

    boolean isSameAs(RuleFile other) {
        return hash.equals(other.hash) && shown.equals(other.shown);
    }
}
