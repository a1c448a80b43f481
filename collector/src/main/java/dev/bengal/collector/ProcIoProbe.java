package dev.bengal.collector;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads {@code read_bytes} and {@code write_bytes} from Linux's {@code /proc/self/io}, kept open. Some 8 µs. */
final class ProcIoProbe implements IoProbe {
    private final ProcFile io;

    private ProcIoProbe(ProcFile io) {
        this.io = io;
    }

    /** @param self the folder {@code /proc/self} */
    static IoProbe open(Path self) {
        Optional<ProcFile> io = ProcFile.open(self.resolve("io"));
        return io.isEmpty() ? IoProbe.NONE : new ProcIoProbe(io.get());
    }

    @Override
    public Optional<BytesMoved> moved() {
        return moved(io.text());
    }

    static Optional<BytesMoved> moved(String io) {
        OptionalLong read = ProcFile.number(io, "\nread_bytes:");
        OptionalLong written = ProcFile.number(io, "\nwrite_bytes:");
        return read.isPresent() && written.isPresent()
                ? Optional.of(new BytesMoved(read.getAsLong(), written.getAsLong()))
                : Optional.empty();
    }
}
