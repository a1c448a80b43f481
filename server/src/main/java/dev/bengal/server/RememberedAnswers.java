package dev.bengal.server;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Answers that were given, as long as the state that they were given in is the present one: a mark of the history and of the order of its
 * commits. Who asks what somebody else is just being answered waits for that answer. Safe for use by many threads.
 */
final class RememberedAnswers {
    private static final int MOST_ANSWERS = 500;
    private static final long MOST_CHARACTERS = 64_000_000;

    private final Map<String, FutureTask<String>> answers = new ConcurrentHashMap<>();
    private final AtomicLong characters = new AtomicLong();
    private final Map<String, Supplier<String>> first = new LinkedHashMap<>();
    private Object state = List.of();

    /** Names a question that {@link #prepare} answers before anybody asks it. */
    void prepare(String question, Supplier<String> answer) {
        first.put(question, answer);
    }

    /** Answers the questions that were named, unless they were answered already. One that fails will say so to who asks it. */
    void prepare(Object now) {
        first.forEach((question, answer) -> {
            try {
                String unused = of(now, question, answer);
            } catch (RuntimeException e) {
                answers.remove(question);
            }
        });
    }

    /** The answer that was given in this state, or else a new one. */
    String of(Object now, String question, Supplier<String> answer) {
        renew(now);
        FutureTask<String> mine = new FutureTask<>(answer::get);
        FutureTask<String> known = answers.putIfAbsent(question, mine);
        if (known != null) {
            return result(known);
        }
        mine.run();
        boolean isKept = false;
        try {
            String found = result(mine);
            isKept = answers.size() <= MOST_ANSWERS && characters.addAndGet(found.length()) <= MOST_CHARACTERS;
            return found;
        } finally {
            if (!isKept) {
                answers.remove(question, mine);
            }
        }
    }

    private synchronized void renew(Object now) {
        if (!now.equals(state)) {
            forget();
            state = now;
        }
    }

    /** From now on everything is asked anew. */
    void forget() {
        answers.clear();
        characters.set(0);
    }

    private static String result(FutureTask<String> task) {
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("it was stopped meanwhile", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
