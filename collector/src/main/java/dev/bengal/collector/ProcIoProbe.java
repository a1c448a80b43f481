package dev.bengal.collector;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code read_bytes} and {@code write_bytes} from Linux's {@code /proc/self/io}. */
final class ProcIoProbe implements IoProbe {
    private static final Path FILE = Path.of("/proc/self/io");
    private static final Pattern READ = Pattern.compile("(?m)^read_bytes: (\\d+)$");
    private static final Pattern WRITTEN = Pattern.compile("(?m)^write_bytes: (\\d+)$");

    @Override
    public Optional<IoVolume> volume() {
        try {
            return volume(Files.readString(FILE));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    static Optional<IoVolume> volume(String io) {
        OptionalLong read = number(READ, io);
        OptionalLong written = number(WRITTEN, io);
        return read.isPresent() && written.isPresent()
                ? Optional.of(new IoVolume(read.getAsLong(), written.getAsLong()))
                : Optional.empty();
    }

    private static OptionalLong number(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? OptionalLong.of(Long.parseLong(matcher.group(1))) : OptionalLong.empty();
    }
}
