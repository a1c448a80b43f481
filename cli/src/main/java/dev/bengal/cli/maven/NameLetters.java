package dev.bengal.cli.maven;

import java.nio.charset.Charset;

/** How names of files are written as bytes: by the system, its shells, and a Maven that prints them. */
final class NameLetters {
    /** Of this process and of those that it starts. */
    static final Charset CHARSET = Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8"));

    private NameLetters() {}
}
