package dev.bengal.collector;

/**
 * Work of a phase that threads do piece by piece, each piece in the same stages, such as reading, converting and writing one
 * file of thousands. Each stage is recorded once, as a child of the phase:
 *
 * <ul>
 *   <li>CPU time and allocation are the sums of the threads' own, and exact;
 *   <li>the duration is the sum of the threads' times divided by the number of threads, so that the stages of threads which
 *       work side by side add up to the phase;
 *   <li>items are how often the stage was entered;
 *   <li>memory, collections and storage, which belong to the process alone, are absent.
 * </ul>
 *
 * <p>Close it when its workers are closed. A stage that was never entered is not recorded.
 */
public interface Stages extends AutoCloseable {
    /** Begins the calling thread's part of the work; close it on that thread. */
    Worker worker();

    /** Ends the stages. */
    @Override
    void close();

    /** One thread's way through the stages. For that thread only. */
    interface Worker extends AutoCloseable {
        /** Measures nothing and knows every stage. */
        Worker NONE = new Worker() {
            @Override
            public void enter(String stage) {}

            @Override
            public void leave() {}

            @Override
            public void close() {}
        };

        /**
         * From here on the thread works in this stage, until it enters another.
         *
         * @throws IllegalArgumentException if there is no stage of this name
         */
        void enter(String stage);

        /** From here on the thread works in none. */
        void leave();

        /** Leaves, and adds what was measured to the stages. */
        @Override
        void close();
    }
}
