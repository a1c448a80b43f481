package dev.bengal.cli.option;

/** A tool whose builds can be recorded by something that is installed into it. */
public enum BuildTool {
    maven
}
