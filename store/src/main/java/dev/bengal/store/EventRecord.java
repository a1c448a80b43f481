package dev.bengal.store;

import dev.bengal.model.BuildId;
import dev.bengal.model.HistoryEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads a line that says something about builds. */
final class EventRecord {
    private final Fields fields;

    EventRecord(Fields fields) {
        this.fields = fields;
    }

    HistoryEvent event() throws DamagedLineException {
        String kind = fields.text("event", "unnamed");
        HistoryEvent.Stamp stamp = stamp();
        return switch (kind) {
            case "excluded" -> new HistoryEvent.Excluded(stamp, build(), fields.text("why", ""));
            case "included" -> new HistoryEvent.Included(stamp, build(), fields.text("why", ""));
            case "accepted" ->
                new HistoryEvent.Accepted(
                        stamp,
                        required("project"),
                        required("git_commit"),
                        fields.text("scenario"),
                        fields.text("metric"),
                        fields.text("why", ""));
            case "alerted" -> alerted(stamp, kind);
            case "pruned" ->
                new HistoryEvent.Pruned(stamp, builds("build_ids"), fields.text("archive", ""), builds("kept_ids"));
            default -> new HistoryEvent.Unknown(stamp, kind);
        };
    }

    /** One with an occasion that this version does not know says nothing. */
    private HistoryEvent alerted(HistoryEvent.Stamp stamp, String kind) throws DamagedLineException {
        Optional<HistoryEvent.Alerted.Occasion> occasion = HistoryEvent.Alerted.Occasion.parse(required("occasion"));
        String alert = required("alert");
        String receiver = required("receiver");
        return occasion.<HistoryEvent>map(known -> new HistoryEvent.Alerted(
                        stamp,
                        alert,
                        known,
                        receiver,
                        Boolean.TRUE.equals(fields.flag("withdrawn")),
                        fields.text("project", ""),
                        fields.text("headline", "")))
                .orElseGet(() -> new HistoryEvent.Unknown(stamp, kind));
    }

    private HistoryEvent.Stamp stamp() throws DamagedLineException {
        String id = required("event_id");
        Instant time = fields.time("timestamp");
        if (time == null) {
            throw new DamagedLineException("not an event: no timestamp");
        }
        return new HistoryEvent.Stamp(new BuildId(id), time, fields.text("by"));
    }

    private BuildId build() throws DamagedLineException {
        return new BuildId(required("build_id"));
    }

    private List<BuildId> builds(String key) {
        return fields.texts(key).stream()
                .filter(id -> !id.isBlank())
                .map(BuildId::new)
                .toList();
    }

    private String required(String key) throws DamagedLineException {
        String text = fields.text(key, "");
        if (text.isEmpty()) {
            throw new DamagedLineException("not an event: no " + key);
        }
        return text;
    }
}
