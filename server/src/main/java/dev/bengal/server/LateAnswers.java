package dev.bengal.server;

import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Answers that take seconds. Nobody waits for one: who asks is told what was worked out last, and when, and whether a newer one is on its
 * way. Safe for use by many threads.
 */
final class LateAnswers {
    private static final int MOST_ANSWERS = 50;

    private final Executor background;
    private final Supplier<Instant> clock;
    private final Runnable news;
    private final Map<String, Known> known = new LinkedHashMap<>(16, 0.75f, true);
    private final Set<String> onTheirWay = new HashSet<>();

    /**
     * Nothing is worked out yet.
     *
     * @param background where answers are worked out
     * @param news run whenever one is there
     */
    LateAnswers(Executor background, Supplier<Instant> clock, Runnable news) {
        this.background = background;
        this.clock = clock;
        this.news = news;
    }

    /**
     * What is known now; where that is of another state, or nothing, the answer is being worked out from now on.
     *
     * @throws RuntimeException what the last attempt in this state failed with; the next one to ask has it tried again
     */
    synchronized Late of(Object state, String question, Supplier<String> answer) {
        Known last = known.get(question);
        RuntimeException failure = last == null ? null : last.failure();
        boolean isPresent = last != null && last.state().equals(state);
        if (failure != null) {
            known.remove(question);
            if (isPresent) {
                throw failure;
            }
        }
        if (!isPresent && onTheirWay.add(question)) {
            background.execute(() -> workOut(state, question, answer));
        }
        return new Late(!isPresent, last == null ? null : last.since(), last == null ? null : last.answer());
    }

    private void workOut(Object state, String question, Supplier<String> answer) {
        Known found;
        try {
            found = new Known(state, clock.get(), answer.get(), null);
        } catch (RuntimeException e) {
            // For who asks next: nobody waits here.
            found = new Known(state, null, null, e);
        }
        synchronized (this) {
            onTheirWay.remove(question);
            known.put(question, found);
            if (known.size() > MOST_ANSWERS) {
                known.remove(known.keySet().iterator().next());
            }
        }
        news.run();
    }

    /**
     * An answer at this moment.
     *
     * @param isOnItsWay whether a newer one is being worked out
     * @param since when the answer was begun, or null where there is none yet
     * @param answer null where there is none yet
     */
    record Late(
            boolean isOnItsWay,
            @Nullable Instant since,
            @Nullable String answer) {}

    private record Known(
            Object state,
            @Nullable Instant since,
            @Nullable String answer,
            @Nullable RuntimeException failure) {}
}
