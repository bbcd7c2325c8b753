package dev.plaindeal.cli;

/** Forms of a report; lower case because the command line is. */
enum ReportFormat {
    /** For people. */
    text,
    /** For machines. */
    json,
    /** For people with a browser: one page that needs nothing else. */
    html
}
