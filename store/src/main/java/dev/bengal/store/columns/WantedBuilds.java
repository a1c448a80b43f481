package dev.bengal.store.columns;

import dev.bengal.model.Outcome;
import dev.bengal.store.BuildFilter;
import dev.bengal.store.Condition;
import dev.bengal.store.TextColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Picks out of a block the builds that are wanted: every condition reads the one column that it is about. */
public final class WantedBuilds {
    private static final BitSet CLEAN = BitSet.valueOf(new long[] {1});

    private final List<Check> checks = new ArrayList<>();
    private final Map<Integer, String> words;

    /** The places of a block, the largest so far. */
    private volatile int[] all = {};

    /** What is known of all builds of a block at once. */
    private enum Whole implements IntPredicate {
        ALL,
        NONE;

        @Override
        public boolean test(int at) {
            return this == ALL;
        }
    }

    /** A condition, held against one block. */
    @FunctionalInterface
    private interface Check {
        /**
         * Moves the places of the builds that fulfil it to the front.
         *
         * @param count how many places are left so far
         * @return how many of them fulfil it
         */
        int keep(Block block, int[] places, int count);
    }

    /** A condition that each build of a block is asked for by itself. */
    @FunctionalInterface
    private interface EachCheck {
        IntPredicate in(Block block);
    }

    /** Finds the numbers of builds that are known otherwise than by columns. */
    public interface Numbers {
        /** Of the build with just this id. */
        Set<Long> withId(String id);

        /** Of the builds whose ids begin so. */
        Set<Long> withIdsFrom(String prefix);

        /** Of the builds that are excluded from judgement. */
        Set<Long> excluded();

        /** Of the builds that a block holds though they were pruned. */
        Set<Long> pruned();
    }

    /**
     * The builds that a filter accepts.
     *
     * @param words the texts behind the numbers of projects, scenarios, branches, environments and outcomes
     */
    public WantedBuilds(BuildFilter filter, Map<Integer, String> words, Numbers numbers) {
        this.words = words;
        Set<Long> pruned = numbers.pruned();
        if (!pruned.isEmpty()) {
            addEach(block -> at -> !pruned.contains(block.get(Column.NUMBER, at)));
        }
        filter.conditions().forEach(condition -> add(condition, numbers));
    }

    /** The places of those in a block, rising. Several threads may ask. */
    public int[] in(Block block) {
        int[] known = all;
        if (known.length < block.size()) {
            known = IntStream.range(0, block.size()).toArray();
            all = known;
        }
        int[] places = Arrays.copyOf(known, block.size());
        int left = places.length;
        for (Check check : checks) {
            left = check.keep(block, places, left);
            if (left == 0) {
                break;
            }
        }
        return left == places.length ? places : Arrays.copyOf(places, left);
    }

    private void addEach(EachCheck check) {
        checks.add((block, places, count) -> {
            IntPredicate accepts = check.in(block);
            if (accepts instanceof Whole) {
                return accepts == Whole.ALL ? count : 0;
            }
            int kept = 0;
            for (int i = 0; i < count; i++) {
                if (accepts.test(places[i])) {
                    places[kept++] = places[i];
                }
            }
            return kept;
        });
    }

    private void add(Condition condition, Numbers numbers) {
        if (condition instanceof Condition.Is is) {
            is(is.column(), is.text(), numbers);
        } else if (condition instanceof Condition.IsNot isNot) {
            isNot(isNot.column(), isNot.text(), numbers);
        } else if (condition instanceof Condition.BeginsWith begins) {
            beginsWith(begins.column(), begins.prefix(), numbers);
        } else if (condition instanceof Condition.Since since) {
            long from = Micros.of(since.time());
            addEach(block -> at -> block.get(Column.STARTED, at) >= from);
        } else if (condition instanceof Condition.Until until) {
            long to = Micros.of(until.time());
            addEach(block -> at -> block.get(Column.STARTED, at) < to);
        } else {
            is(TextColumn.OUTCOME, Outcome.SUCCESS.word(), numbers);
            checks.add((block, places, count) -> block.numbers(Column.DIRTY).keep(places, count, CLEAN));
            Set<Long> excluded = numbers.excluded();
            if (!excluded.isEmpty()) {
                addEach(not(in(excluded)));
            }
        }
    }

    private void is(TextColumn column, String text, Numbers numbers) {
        switch (column) {
            case ID -> addEach(in(numbers.withId(text)));
            case COMMIT -> addEach(commit(text::equals, false));
            default -> checks.add(word(column, text::equals, false));
        }
    }

    private void isNot(TextColumn column, String text, Numbers numbers) {
        switch (column) {
            case ID -> addEach(not(in(numbers.withId(text))));
            case COMMIT -> addEach(commit(hash -> !hash.equals(text), true));
            default -> checks.add(word(column, word -> !word.equals(text), true));
        }
    }

    private void beginsWith(TextColumn column, String prefix, Numbers numbers) {
        switch (column) {
            case ID -> addEach(in(numbers.withIdsFrom(prefix)));
            case COMMIT -> addEach(commit(hash -> hash.startsWith(prefix), false));
            default -> checks.add(word(column, word -> word.startsWith(prefix), false));
        }
    }

    private static EachCheck in(Set<Long> numbers) {
        return block -> {
            BitSet places = new BitSet();
            for (long number : numbers) {
                int at = block.find(number);
                if (at >= 0) {
                    places.set(at);
                }
            }
            return places.isEmpty() ? Whole.NONE : places::get;
        };
    }

    private static EachCheck not(EachCheck check) {
        return block -> {
            IntPredicate accepts = check.in(block);
            return accepts == Whole.NONE ? Whole.ALL : accepts.negate();
        };
    }

    /** Of the texts of a block, each different one is looked at once. */
    private static EachCheck commit(Predicate<String> accepts, boolean acceptsNone) {
        return block -> {
            PackedTexts commits = block.commits();
            BitSet accepted = new BitSet();
            accepted.set(0, acceptsNone);
            for (int which = 1; which <= commits.different(); which++) {
                accepted.set(which, accepts.test(commits.text(which)));
            }
            return accepted.isEmpty() ? Whole.NONE : at -> accepted.get(commits.which(at));
        };
    }

    private Check word(TextColumn text, Predicate<String> accepts, boolean acceptsNone) {
        Column column = column(text);
        BitSet accepted = new BitSet();
        accepted.set(0, acceptsNone);
        words.forEach((number, word) -> accepted.set(number, accepts.test(word)));
        return (block, places, count) -> block.numbers(column).keep(places, count, accepted);
    }

    private static Column column(TextColumn text) {
        return switch (text) {
            case PROJECT -> Column.PROJECT;
            case SCENARIO -> Column.SCENARIO;
            case BRANCH -> Column.BRANCH;
            case ENVIRONMENT -> Column.ENVIRONMENT;
            case OUTCOME -> Column.OUTCOME;
            case ID, COMMIT -> throw new IllegalArgumentException(text + " is no word");
        };
    }
}
