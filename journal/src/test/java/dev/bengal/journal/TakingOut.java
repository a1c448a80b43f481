package dev.bengal.journal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Takes out every line that begins so, and keeps it for the test. */
final class TakingOut implements Sieve {
    private final String prefix;
    private final List<String> added;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private boolean abandoned;

    TakingOut(String prefix, String... added) {
        this.prefix = prefix;
        this.added = List.of(added);
    }

    @Override
    public boolean keeps(long number, byte[] line, long length) {
        return !new String(line, StandardCharsets.UTF_8).startsWith(prefix);
    }

    @Override
    public void aside(byte[] bytes, int length) {
        out.write(bytes, 0, length);
    }

    @Override
    public List<String> finish() {
        return added;
    }

    @Override
    public void abandon() {
        abandoned = true;
    }

    String taken() {
        return out.toString(StandardCharsets.UTF_8);
    }

    boolean wasAbandoned() {
        return abandoned;
    }
}
