package dev.bengal.cli.alert;

import dev.bengal.alerts.Alert;
import dev.bengal.alerts.AlertDesk.Situation;
import dev.bengal.alerts.AlertLedger;
import dev.bengal.model.HistoryEvent.Alerted;
import dev.bengal.model.HistoryEvent.Alerted.Occasion;
import dev.bengal.report.alert.AlertRow;
import dev.bengal.report.alert.AlertRow.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All alerts that there are and were, those that are firing first, and of each group the newest first. */
public final class AlertList {
    private final AlertLedger ledger;
    private final Situation situation;
    private final List<String> receivers;

    private AlertList(AlertLedger ledger, Situation situation, List<String> receivers) {
        this.ledger = ledger;
        this.situation = situation;
        this.receivers = receivers;
    }

    /**
     * A row for each alert, those that are open first.
     *
     * @param receivers the names of those that are to be told, also of those that cannot be
     */
    public static List<AlertRow> of(AlertLedger ledger, Situation situation, List<String> receivers) {
        return new AlertList(ledger, situation, receivers).rows();
    }

    private List<AlertRow> rows() {
        Map<String, AlertRow> rows = new LinkedHashMap<>();
        for (Alert alert : situation.firing()) {
            rows.put(alert.id(), row(alert.id(), alert.project(), alert.headline(), State.FIRING));
        }
        for (Alerted event : ledger.events()) {
            if (!rows.containsKey(event.alert())) {
                State state = situation.acknowledged().contains(event.alert()) ? State.ACKNOWLEDGED : State.RESOLVED;
                rows.put(event.alert(), row(event.alert(), event.project(), event.headline(), state));
            }
        }
        List<AlertRow> sorted = new ArrayList<>(rows.values());
        sorted.sort(AlertRow.FIRING_AND_NEWEST_FIRST);
        return sorted;
    }

    private AlertRow row(String id, String project, String headline, State state) {
        List<String> told = receivers.stream()
                .filter(name -> ledger.isTold(id, Occasion.FIRING, name))
                .toList();
        List<String> waiting = state == State.FIRING && situation.news().contains(id)
                ? receivers.stream().filter(name -> !told.contains(name)).toList()
                : List.of();
        return new AlertRow(id, project, headline, state, since(id), told, waiting);
    }

    private @Nullable Instant since(String id) {
        return ledger.events().stream()
                .filter(event -> event.alert().equals(id))
                .map(event -> event.stamp().time())
                .min(Instant::compareTo)
                .orElse(null);
    }
}
