package dev.bengal.site;

import dev.bengal.site.incremental.DocumentRecord;
import dev.bengal.site.incremental.SiteMemory;
import dev.bengal.site.output.Contents;
import dev.bengal.site.output.FileStamp;
import dev.bengal.site.output.OutputFolder;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes files that no template makes, each only where it does not stand as it should. */
final class FilePress {
    private final OutputFolder output;
    private final SiteMemory memory;

    FilePress(OutputFolder output, SiteMemory memory) {
        this.output = output;
        this.memory = memory;
    }

    /**
     * Makes a file whose place is claimed, unless it stands.
     *
     * @param origin the checksum of all that it is made of
     * @param lasting whether what it is made of would surely have another checksum when it changes
     */
    void make(String file, long origin, boolean lasting, Making making) throws IOException {
        Optional<DocumentRecord> known = memory.document(file);
        if (known.isPresent() && known.get().stands(origin, 0, question -> false, question -> 0, output.stamp(file))) {
            memory.note(file, known.get());
            return;
        }
        output.put(file, making.make());
        Optional<FileStamp> stamp = output.stamp(file);
        if (stamp.isPresent() && lasting) {
            memory.note(file, new DocumentRecord(origin, 0, Map.of(), stamp.get(), "", List.of()));
        }
    }

    /** Makes what is in a file. */
    @FunctionalInterface
    interface Making {
        Contents make() throws IOException;
    }
}
