package dev.bengal.site;

import dev.bengal.collector.Phase;
import dev.bengal.collector.Stages;
import dev.bengal.site.work.Workers;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes many documents on several threads; what became of them is told in their order, whichever thread was first. */
final class PressRun {
    private final Press press;
    private final Workers workers;
    private final Progress progress;

    PressRun(Press press, Workers workers, Progress progress) {
        this.press = press;
        this.workers = workers;
        this.progress = progress;
    }

    /** Makes documents in the stages of a phase, a child each. */
    List<Made> make(List<Document> documents, Phase phase) {
        try (Stages stages = phase.stages(DocumentWriter.STAGES)) {
            return make(documents, stages::worker);
        }
    }

    /** Makes documents that are too few to be measured by stages. */
    List<Made> make(List<Document> documents) {
        return make(documents, () -> Stages.Worker.NONE);
    }

    /** The places of the documents are claimed; that of one that failed is given back. */
    private List<Made> make(List<Document> documents, Supplier<Stages.Worker> stages) {
        Made[] made = new Made[documents.size()];
        Progress.Counter counter = new Progress.Counter(progress, documents.size());
        workers.share(documents.size(), () -> new Station(documents, made, counter, stages.get()));
        for (int i = 0; i < made.length; i++) {
            if (!made[i].isThere()) {
                press.output().release(documents.get(i).file());
            }
        }
        return List.copyOf(Arrays.asList(made));
    }

    private final class Station implements Workers.Station {
        private final List<Document> documents;
        private final @Nullable Made[] made;
        private final Progress.Counter counter;
        private final DocumentWriter writer;

        Station(List<Document> documents, @Nullable Made[] made, Progress.Counter counter, Stages.Worker stages) {
            this.documents = documents;
            this.made = made;
            this.counter = counter;
            this.writer = new DocumentWriter(press, stages);
        }

        @Override
        public void work(int piece) {
            made[piece] = Objects.requireNonNull(writer.write(documents.get(piece)));
            counter.count();
        }

        @Override
        public void close() {
            writer.close();
        }
    }
}
