package dev.plaindeal.json;

/**
 * What a JSON text is to be, for sentences.
 *
 * @param one in lower case, for instance {@code basket}; an s makes it several
 * @param levels how deep one is at most, as a word
 */
public record JsonSubject(String one, String levels) {}
