package dev.bengal.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The command in a JVM of its own, with streams and signals of its own. */
final class BengalProcess {
    private final Process process;

    private BengalProcess(Process process) {
        this.process = process;
    }

    /** The words that start the command. */
    static List<String> command() {
        List<String> command = new ArrayList<>(jvm());
        command.addAll(ClassData.words());
        command.add("dev.bengal.cli.Main");
        return command;
    }

    /** The words that start a class of the command's class path, without its name. */
    static List<String> java() {
        List<String> command = new ArrayList<>(jvm());
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        return command;
    }

    /** A JVM for a short life. */
    static List<String> jvm() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC");
    }

    static BengalProcess start(Path folder, String... arguments) throws IOException {
        return start(folder, Map.of(), List.of(arguments));
    }

    /** @param variables besides those that are set here */
    static BengalProcess start(Path folder, Map<String, String> variables, List<String> arguments) throws IOException {
        List<String> words = new ArrayList<>(command());
        words.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(words).directory(folder.toFile());
        builder.environment().putAll(variables);
        return new BengalProcess(builder.start());
    }

    BengalProcess feed(byte[] input) throws IOException {
        try (var stdin = process.getOutputStream()) {
            stdin.write(input);
        }
        return this;
    }

    /** Waits for the next line of stdout. */
    String line() throws IOException {
        StringBuilder line = new StringBuilder();
        InputStream out = process.getInputStream();
        for (int b = out.read(); b >= 0 && b != '\n'; b = out.read()) {
            line.append((char) b);
        }
        return line.toString();
    }

    void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("sh", "-c", "kill -s " + name + " " + process.pid())
                .inheritIO()
                .start()
                .waitFor();
    }

    byte[] out() throws IOException {
        return process.getInputStream().readAllBytes();
    }

    String err() throws IOException {
        return new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    int exitCode() throws InterruptedException {
        return process.waitFor();
    }
}
