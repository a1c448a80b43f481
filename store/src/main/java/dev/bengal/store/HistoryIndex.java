package dev.bengal.store;

import java.util.function.Function;

/** Makes a long journal answer at once. What it holds is derived from the journal and can be made again at any time. */
public interface HistoryIndex {
    /** No index. */
    HistoryIndex NONE = new HistoryIndex() {
        @Override
        public <T> T ask(Function<BuildReader, T> question) {
            throw new IndexException("there is no index");
        }
    };

    /**
     * Answers from an index that knows all that the journal holds now.
     *
     * @throws IndexException where it cannot
     */
    <T> T ask(Function<BuildReader, T> question);
}
