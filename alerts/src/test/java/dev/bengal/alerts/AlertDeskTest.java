package dev.bengal.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bengal.alerts.AlertDesk.Situation;
import dev.bengal.alerts.AlertDesk.Told;
import dev.bengal.model.BuildId;
import dev.bengal.model.HistoryEvent;
import dev.bengal.model.HistoryEvent.Alerted;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AlertDeskTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-03-01T00:00:00Z"));
    private static final Alert SLOW = Alert.of(List.of("slow"), "docs", "docs: slower", "look");
    private static final Alert HUNGRY = Alert.of(List.of("hungry"), "docs", "docs: hungrier", "look");

    private final SharedClaims claims = new SharedClaims();
    private final Listener team = new Listener("team");

    /** A history in memory that several may write to. */
    private static final class SharedClaims implements Claims {
        private final List<Alerted> events = new ArrayList<>();

        @Override
        public synchronized List<Alerted> told() {
            return List.copyOf(events);
        }

        @Override
        public synchronized boolean take(Alerted claim) {
            boolean isFirst = events.stream()
                    .noneMatch(event -> event.stamp().id().equals(claim.stamp().id()));
            events.add(claim);
            return isFirst;
        }

        @Override
        public synchronized void withdraw(Alerted withdrawal) {
            events.add(withdrawal);
        }
    }

    private static final class Listener implements Receiver {
        private final String name;
        private final List<String> heard = new ArrayList<>();
        private boolean isDown;
        private String refused = "";

        Listener(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public synchronized void tell(Notice notice) throws NotDeliveredException {
            if (isDown) {
                throw new NotDeliveredException("the line is cut");
            }
            if (notice.subject().equals(refused)) {
                throw NotDeliveredException.ofThisNotice("too long", new IllegalStateException());
            }
            heard.add(notice.subject());
        }
    }

    private static Situation firing(Alert... alerts) {
        return new Situation(
                List.of(alerts), Arrays.stream(alerts).map(Alert::id).collect(Collectors.toSet()), Set.of());
    }

    private List<Told> round(Situation situation, Receiver... receivers) {
        return new AlertDesk(claims, CLOCK, "Ada").tell(List.of(receivers), situation);
    }

    @Test
    void tell_saysEachThingOnce() {
        round(firing(SLOW), team);
        round(firing(SLOW, HUNGRY), team);
        round(firing(SLOW, HUNGRY), team);

        assertThat(team.heard).containsExactly("docs: slower", "docs: hungrier");
    }

    @Test
    void tell_saysWhenItIsOver() {
        round(firing(SLOW), team);
        round(firing(), team);
        round(firing(), team);

        assertThat(team.heard).containsExactly("docs: slower", "Resolved: docs: slower");
    }

    @Test
    void tell_saysWhenItWasAcceptedAndNothingAfterThat() {
        round(firing(SLOW), team);
        round(new Situation(List.of(), Set.of(), Set.of(SLOW.id())), team);
        round(firing(), team);

        assertThat(team.heard).containsExactly("docs: slower", "Accepted: docs: slower");
    }

    @Test
    void tell_saysNothingOfWhatIsNoNewsNorOfItsEnd() {
        round(new Situation(List.of(SLOW), Set.of(), Set.of()), team);
        round(firing(), team);

        assertThat(team.heard).isEmpty();
    }

    @Test
    void tell_saysAgainWhatDidNotArrive() {
        team.isDown = true;
        List<Told> first = round(firing(SLOW, HUNGRY), team);
        round(firing(SLOW, HUNGRY), team);
        team.isDown = false;
        List<Told> last = round(firing(SLOW, HUNGRY), team);

        assertThat(first).extracting(Told::isDelivered).containsExactly(false);
        assertThat(first).extracting(Told::trouble).containsExactly("the line is cut");
        assertThat(last).extracting(Told::isDelivered).containsExactly(true, true);
        assertThat(team.heard).containsExactly("docs: slower", "docs: hungrier");
    }

    @Test
    void tell_saysTheNextThingWhereOneWasRefused() {
        team.refused = "docs: slower";

        List<Told> told = round(firing(SLOW, HUNGRY), team);

        assertThat(told).extracting(Told::isDelivered).containsExactly(false, true);
        assertThat(team.heard).containsExactly("docs: hungrier");
    }

    @Test
    void eventThatTellsOfNoAlert_isNothing() {
        claims.take(new Alerted(
                new HistoryEvent.Stamp(new BuildId("e"), CLOCK.instant(), "Eve"),
                "x\r\nContent-Type: text/html",
                Alerted.Occasion.FIRING,
                "team",
                false,
                "docs",
                "<h1>"));

        assertThat(round(firing(), team)).isEmpty();
        assertThatThrownBy(() -> new Alert("x\r\ny", "docs", "a", "b")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void tell_oneReceiverThatIsDownKeepsNothingFromTheOthers() {
        Listener other = new Listener("other");
        team.isDown = true;
        round(firing(SLOW), team, other);
        team.isDown = false;
        round(firing(SLOW), team, other);

        assertThat(other.heard).containsExactly("docs: slower");
        assertThat(team.heard).containsExactly("docs: slower");
    }

    @Test
    void tell_fromManyJobsAtOnceSaysEachThingOnce() throws Exception {
        int jobs = 8;
        ExecutorService threads = Executors.newFixedThreadPool(jobs);
        try {
            List<Callable<List<Told>>> rounds = IntStream.range(0, jobs)
                    .<Callable<List<Told>>>mapToObj(job -> () -> round(firing(SLOW, HUNGRY), team))
                    .toList();
            for (var done : threads.invokeAll(rounds)) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(team.heard).containsExactlyInAnyOrder("docs: slower", "docs: hungrier");
    }

    @Test
    void headline_isOneLineWhateverARecordHolds() {
        assertThat(Alert.of(List.of("x"), "docs", "a\r\nBcc: all@example.org\u001b[31m", "")
                        .headline())
                .isEqualTo("a Bcc: all@example.org [31m");
    }
}
