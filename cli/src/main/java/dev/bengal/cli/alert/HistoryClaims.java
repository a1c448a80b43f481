package dev.bengal.cli.alert;

import dev.bengal.alerts.AlertLedger;
import dev.bengal.alerts.Claims;
import dev.bengal.model.HistoryEvent;
import dev.bengal.store.BuildStore;
import java.util.List;

/**
 * Claims in the history of this machine, and through {@link Exchange} in the one that machines share. One process of this machine at a time
 * may use it.
 */
public final class HistoryClaims implements Claims {
    private final BuildStore store;
    private final Exchange exchange;

    /** How an event gets into the history here, and to the others. */
    @FunctionalInterface
    public interface Exchange {
        /** There are no others. */
        Exchange NONE = (event, store) -> {
            store.append(event);
            return true;
        };

        /**
         * Brings an event into this history and the shared one.
         *
         * @return whether no event of this id was in the shared one before
         */
        boolean bring(HistoryEvent.Alerted event, BuildStore store);
    }

    public HistoryClaims(BuildStore store, Exchange exchange) {
        this.store = store;
        this.exchange = exchange;
    }

    @Override
    public List<HistoryEvent.Alerted> told() {
        return AlertLedger.of(store.events()).events();
    }

    @Override
    public boolean take(HistoryEvent.Alerted claim) {
        boolean isThere = told().stream()
                .anyMatch(event -> event.stamp().id().equals(claim.stamp().id()));
        return !isThere && exchange.bring(claim, store);
    }

    @Override
    public void withdraw(HistoryEvent.Alerted withdrawal) {
        exchange.bring(withdrawal, store);
    }
}
