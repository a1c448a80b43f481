package dev.bengal.journal;

import dev.bengal.model.BuildId;
import dev.bengal.model.HistoryEvent;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Writes what was said about builds as a line of the history. The keys are documented in {@code docs/content/record-format.md}. */
public final class EventEncoder {
    private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private EventEncoder() {}

    /**
     * The event on one line, without a newline.
     *
     * @throws IllegalArgumentException for an unknown event, of which only the kind is known
     */
    public static String line(HistoryEvent event) {
        if (event instanceof HistoryEvent.Excluded excluded) {
            return begin("excluded", event)
                    .put("build_id", excluded.build().value())
                    .put("why", excluded.why())
                    .endObject()
                    .toString();
        }
        if (event instanceof HistoryEvent.Included included) {
            return begin("included", event)
                    .put("build_id", included.build().value())
                    .put("why", included.why())
                    .endObject()
                    .toString();
        }
        if (event instanceof HistoryEvent.Accepted accepted) {
            return begin("accepted", event)
                    .put("project", accepted.project())
                    .put("git_commit", accepted.commit())
                    .put("scenario", accepted.scenario())
                    .put("metric", accepted.metric())
                    .put("why", accepted.why())
                    .endObject()
                    .toString();
        }
        if (event instanceof HistoryEvent.Alerted alerted) {
            return begin("alerted", event)
                    .put("alert", alerted.alert())
                    .put("occasion", alerted.occasion().word())
                    .put("receiver", alerted.receiver())
                    .put("withdrawn", alerted.isWithdrawn())
                    .put("project", alerted.project())
                    .put("headline", alerted.headline())
                    .endObject()
                    .toString();
        }
        if (event instanceof HistoryEvent.Pruned pruned) {
            return begin("pruned", event)
                    .putStrings("build_ids", values(pruned.builds()))
                    .put("archive", pruned.archive())
                    .putStrings("kept_ids", values(pruned.kept()))
                    .endObject()
                    .toString();
        }
        throw new IllegalArgumentException("an event of an unknown kind cannot be written: " + event);
    }

    private static List<String> values(List<BuildId> ids) {
        return ids.stream().map(BuildId::value).toList();
    }

    private static JsonWriter begin(String kind, HistoryEvent event) {
        return new JsonWriter(false)
                .beginObject()
                .put("schema_version", RecordEncoder.SCHEMA_VERSION)
                .put("event", kind)
                .put("event_id", event.stamp().id().value())
                .put("timestamp", TIMESTAMP.format(event.stamp().time()))
                .put("by", event.stamp().by());
    }
}
