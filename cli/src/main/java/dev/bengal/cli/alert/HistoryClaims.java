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

    /** How a claim gets to the others. */
    @FunctionalInterface
    public interface Exchange {
        /** There are no others. */
        Exchange NONE = event -> true;

        /**
         * Brings an event of the local history into the shared one, and what is there comes here.
         *
         * @return whether no event of this id was there before
         */
        boolean send(HistoryEvent.Alerted event);
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
        if (isThere) {
            return false;
        }
        store.append(claim);
        return exchange.send(claim);
    }

    @Override
    public void withdraw(HistoryEvent.Alerted withdrawal) {
        store.append(withdrawal);
        exchange.send(withdrawal);
    }
}
