package dev.plaindeal.read;

/**
 * Why a text is not JSON.
 *
 * @param at offset of the first character that cannot stand where it does
 */
record Fault(int at, String code, String message, String hint) {

    static Fault malformed(int at, String message, String hint) {
        return new Fault(at, "malformed-json", message, hint);
    }
}
