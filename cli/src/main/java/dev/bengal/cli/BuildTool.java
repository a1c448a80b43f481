package dev.bengal.cli;

/** A tool whose builds can be recorded by something that is installed into it. */
enum BuildTool {
    maven
}
