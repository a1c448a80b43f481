package dev.bengal.alerts;

import dev.bengal.model.BuildId;
import dev.bengal.model.HistoryEvent;
import dev.bengal.model.HistoryEvent.Alerted;
import dev.bengal.model.HistoryEvent.Alerted.Occasion;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells every receiver what it does not know yet, each thing at most once. A claim is brought into the history before a receiver is told,
 * and withdrawn where that surely failed: what is withdrawn is the queue, from which the next round takes it. A process that dies between
 * the two has told nobody, or somebody, and nobody will be told again.
 */
public final class AlertDesk {
    private final Claims claims;
    private final InstantSource clock;
    private final String by;

    /** @param by who or what tells, for the history */
    public AlertDesk(Claims claims, InstantSource clock, String by) {
        this.claims = claims;
        this.clock = clock;
        this.by = by;
    }

    /**
     * How things stand.
     *
     * @param firing what is worse now and nobody accepted, or was so when it could last be judged
     * @param news the ids of those of them that receivers are told of; the others are only watched for their end
     * @param acknowledged the ids of those that somebody accepted
     */
    public record Situation(List<Alert> firing, Set<String> news, Set<String> acknowledged) {
        public Situation {
            firing = List.copyOf(firing);
            news = Set.copyOf(news);
            acknowledged = Set.copyOf(acknowledged);
        }
    }

    /**
     * What was done.
     *
     * @param trouble why a receiver was not told, or empty
     */
    public record Told(String receiver, Notice notice, String trouble) {
        /** Whether the receiver knows now. */
        public boolean isDelivered() {
            return trouble.isEmpty();
        }
    }

    /** Tells all of them. */
    public List<Told> tell(List<Receiver> receivers, Situation situation) {
        List<Told> told = new ArrayList<>();
        for (Receiver receiver : receivers) {
            for (Notice notice : due(receiver.name(), situation)) {
                if (!tell(receiver, notice, told)) {
                    // A receiver that is down is asked once a round.
                    break;
                }
            }
        }
        return told;
    }

    /** What this receiver does not know yet. */
    public List<Notice> due(String receiver, Situation situation) {
        AlertLedger ledger = new AlertLedger(claims.told());
        List<Notice> due = new ArrayList<>();
        Set<String> firing = situation.firing().stream().map(Alert::id).collect(Collectors.toSet());
        for (Alert open : ledger.open(receiver)) {
            if (situation.acknowledged().contains(open.id())) {
                due.add(new Notice(open, Occasion.ACKNOWLEDGED));
            } else if (!firing.contains(open.id())) {
                due.add(new Notice(open, Occasion.RESOLVED));
            }
        }
        situation.firing().stream()
                .filter(alert -> situation.news().contains(alert.id()))
                .filter(alert -> !ledger.isTold(alert.id(), Occasion.FIRING, receiver))
                .forEach(alert -> due.add(new Notice(alert, Occasion.FIRING)));
        return due;
    }

    /** Whether the receiver is there. */
    private boolean tell(Receiver receiver, Notice notice, List<Told> told) {
        int failures = new AlertLedger(claims.told()).failures(notice.alert().id(), notice.occasion(), receiver.name());
        String id = Alert.digest(
                List.of(notice.alert().id(), notice.occasion().word(), receiver.name(), Integer.toString(failures)));
        if (!claims.take(event("alert-" + id, notice, receiver.name(), false))) {
            return true;
        }
        try {
            receiver.tell(notice);
            told.add(new Told(receiver.name(), notice, ""));
            return true;
        } catch (NotDeliveredException e) {
            claims.withdraw(event("alert-" + id + "-withdrawn", notice, receiver.name(), true));
            told.add(new Told(receiver.name(), notice, String.valueOf(e.getMessage())));
            return e.isOfThisNotice();
        }
    }

    private Alerted event(String id, Notice notice, String receiver, boolean isWithdrawn) {
        return new Alerted(
                new HistoryEvent.Stamp(new BuildId(id), clock.instant().truncatedTo(ChronoUnit.MILLIS), by),
                notice.alert().id(),
                notice.occasion(),
                receiver,
                isWithdrawn,
                notice.alert().project(),
                notice.alert().headline());
    }
}
