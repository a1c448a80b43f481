package dev.bengal.store;

import dev.bengal.model.BuildRecord;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** What a build has to fulfil. Data rather than code, so that a database can check it where the builds lie. */
public sealed interface Condition {
    /** Whether this build fulfils it. */
    boolean accepts(BuildRecord build);

    /** The column holds just this text. */
    record Is(TextColumn column, String text) implements Condition {
        @Override
        public boolean accepts(BuildRecord build) {
            return column.of(build.build()).filter(text::equals).isPresent();
        }

        // Written out for the reason given at BuildId.
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Is that && column == that.column && text.equals(that.text);
        }

        @Override
        public int hashCode() {
            return 31 * column.hashCode() + text.hashCode();
        }
    }

    /** The column holds another text, or none. */
    record IsNot(TextColumn column, String text) implements Condition {
        @Override
        public boolean accepts(BuildRecord build) {
            return column.of(build.build()).filter(text::equals).isEmpty();
        }
    }

    /** The column holds a text that begins so. */
    record BeginsWith(TextColumn column, String prefix) implements Condition {
        @Override
        public boolean accepts(BuildRecord build) {
            return column.of(build.build())
                    .filter(text -> text.startsWith(prefix))
                    .isPresent();
        }
    }

    /** It started at this time or later, in whole microseconds. */
    record Since(Instant time) implements Condition {
        public Since {
            time = time.truncatedTo(ChronoUnit.MICROS);
        }

        @Override
        public boolean accepts(BuildRecord build) {
            return !build.build().timestamp().isBefore(time);
        }
    }

    /** It started before this time, in whole microseconds. */
    record Until(Instant time) implements Condition {
        public Until {
            time = time.truncatedTo(ChronoUnit.MICROS);
        }

        @Override
        public boolean accepts(BuildRecord build) {
            return build.build().timestamp().isBefore(time);
        }
    }

    /** Others may be held against it: a success, not from a dirty tree, and not excluded. */
    record BaselineMaterial() implements Condition {
        @Override
        public boolean accepts(BuildRecord build) {
            return build.isBaselineMaterial();
        }

        // Written out for the reason given at BuildId.
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof BaselineMaterial;
        }

        @Override
        public int hashCode() {
            return 1;
        }
    }
}
