package dev.plaindeal.json;

/**
 * Why a text is not JSON.
 *
 * @param at offset of the first character that cannot stand where it does
 */
record JsonFault(int at, String code, String message, String hint) {

    static JsonFault malformed(int at, String message, String hint) {
        return new JsonFault(at, "malformed-json", message, hint);
    }
}
