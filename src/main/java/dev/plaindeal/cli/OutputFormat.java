package dev.plaindeal.cli;

/** Forms of output; lower case because the command line is. */
enum OutputFormat {
    /** For people. */
    text,
    /** For machines. */
    json
}
