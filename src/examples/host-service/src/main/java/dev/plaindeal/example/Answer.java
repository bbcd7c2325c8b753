package dev.plaindeal.example;

/** What a request is answered with. */
record Answer(int status, String body) {}
