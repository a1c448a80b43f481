package dev.bengal.alerts;

import dev.bengal.model.HistoryEvent;
import dev.bengal.model.HistoryEvent.Alerted;
import dev.bengal.model.HistoryEvent.Alerted.Occasion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the history says was told to whom. */
public final class AlertLedger {
    private final List<Alerted> told;

    /** @param told by whomever; what tells of no alert, by its id, is left out */
    public AlertLedger(List<Alerted> told) {
        this.told = told.stream().filter(event -> Alert.isId(event.alert())).toList();
    }

    /** That of all events of a history. */
    public static AlertLedger of(List<HistoryEvent> events) {
        return new AlertLedger(events.stream()
                .filter(Alerted.class::isInstance)
                .map(Alerted.class::cast)
                .toList());
    }

    /** Whether the receiver was told, or someone is about to tell it. */
    public boolean isTold(String alert, Occasion occasion, String receiver) {
        return count(alert, occasion, receiver, false) > count(alert, occasion, receiver, true);
    }

    /** How often it was tried and failed. */
    public int failures(String alert, Occasion occasion, String receiver) {
        return count(alert, occasion, receiver, true);
    }

    private int count(String alert, Occasion occasion, String receiver, boolean isWithdrawn) {
        return (int) told.stream()
                .filter(event -> event.alert().equals(alert)
                        && event.occasion() == occasion
                        && event.receiver().equals(receiver)
                        && event.isWithdrawn() == isWithdrawn)
                .count();
    }

    /** The alerts that this receiver was told of, and not yet that they are over; the oldest first. */
    public List<Alert> open(String receiver) {
        Map<String, Alert> open = new LinkedHashMap<>();
        for (Alerted event : told) {
            if (event.receiver().equals(receiver)
                    && isTold(event.alert(), Occasion.FIRING, receiver)
                    && !isTold(event.alert(), Occasion.ACKNOWLEDGED, receiver)
                    && !isTold(event.alert(), Occasion.RESOLVED, receiver)) {
                open.putIfAbsent(event.alert(), new Alert(event.alert(), event.project(), event.headline(), ""));
            }
        }
        return List.copyOf(open.values());
    }

    /** The alerts that anyone was told of, and nobody yet that they are over. */
    public List<Alert> open() {
        return told.stream()
                .map(Alerted::receiver)
                .distinct()
                .flatMap(receiver -> open(receiver).stream())
                .filter(alert -> !isOver(alert.id()))
                .distinct()
                .toList();
    }

    /** Whether anyone was ever told of it. */
    public boolean isKnown(String alert) {
        return told.stream().anyMatch(event -> event.alert().equals(alert));
    }

    /** Whether anyone was told that it is over. */
    public boolean isOver(String alert) {
        return told.stream()
                .filter(event -> event.alert().equals(alert) && event.occasion() != Occasion.FIRING)
                .anyMatch(event -> isTold(alert, event.occasion(), event.receiver()));
    }

    /** All events, the oldest first. */
    public List<Alerted> events() {
        return told;
    }
}
