package dev.plumbline.reporter.notify;

import dev.plumbline.model.evidence.Digest;
import dev.plumbline.model.score.Change;
import dev.plumbline.model.score.RescoringFinished;
import dev.plumbline.reporter.projection.ReadModel;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Decides what is due, sends it, records the end. A notification is, in this order: waiting → sent → recorded; or
/// waiting →
/// given up → recorded; or silenced. One thread. Bounded: ends of two days are remembered, and at most {@value
/// #WAITING}
/// notifications wait; beyond that the oldest is given up.
final class Notifier {
    static final int WAITING = 10_000;
    private static final int A_ROUND = 20;
    private static final Duration REMEMBERED = Relevance.NEWS.multipliedBy(2);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    /// As long as changes are kept.
    private static final Duration FORGOTTEN = Duration.ofDays(400);
    private static final Logger LOG = LoggerFactory.getLogger(Notifier.class);

    private final Webhook webhook;
    private final Outbox outbox;
    private final MeterRegistry meters;
    private final Map<String, Instant> ended = new LinkedHashMap<>();
    private final Map<String, Waiting> waiting = new LinkedHashMap<>();

    /// @param partition of what is told, on which its end is recorded
    /// @param end null until the destination took it or it was given up
    private record Waiting(String id, News news, int partition, int attempts, Instant due, Delivery.@Nullable End end) {
        Waiting later(Instant now) {
            long seconds = Math.min(LONGEST_PAUSE.toSeconds(), 1L << Math.min(attempts, 20));
            return new Waiting(id, news, partition, attempts + 1, now.plusSeconds(seconds), end);
        }

        Waiting at(Instant moment) {
            return new Waiting(id, news, partition, attempts, moment, end);
        }

        Waiting of(News more) {
            return new Waiting(id, more, partition, attempts, due, end);
        }

        Waiting ended(Delivery.End how) {
            return new Waiting(id, news, partition, attempts + 1, due, how);
        }
    }

    Notifier(Webhook webhook, Outbox outbox, MeterRegistry meters) {
        this.webhook = webhook;
        this.outbox = outbox;
        this.meters = meters;
    }

    /// An end that lies on the log, of this process or an earlier one.
    void recorded(Delivery delivery, int partition, Instant now) {
        if (delivery.recordedAt().isBefore(now.minus(FORGOTTEN))) {
            forget(delivery, partition);
        } else if (delivery.recordedAt().isAfter(now.minus(REMEMBERED))) {
            ended.put(delivery.id(), delivery.recordedAt());
        }
        waiting.remove(delivery.id());
    }

    /// A tombstone that fails is written at a later start.
    private void forget(Delivery delivery, int partition) {
        try {
            outbox.forget(delivery.id(), partition);
        } catch (Outbox.OutboxException e) {
            LOG.warn("Could not forget old delivery {}; the next start tries again.", delivery.id(), e);
        }
    }

    void offer(Change change, int partition, Instant now) {
        if (Relevance.concerns(change)) {
            offer(new News.OfChange(change), partition, now);
        }
    }

    /// One more partition is done with a re-scoring.
    ///
    /// @param partitions how many there are
    void offer(RescoringFinished finished, int partition, int partitions, Instant now) {
        var rescoring = Rescoring.of(finished, partitions);
        var known = waiting.get(Delivery.id(rescoring.id(), webhook.destination()));
        if (known != null && known.end() == null && known.news() instanceof News.OfRescoring before) {
            waiting.put(
                    known.id(), known.of(new News.OfRescoring(before.rescoring().and(rescoring))));
        } else {
            offer(new News.OfRescoring(rescoring), partition, now);
        }
    }

    private void offer(News news, int partition, Instant now) {
        String id = Delivery.id(news.id(), webhook.destination());
        if (news.tooOld(now) || ended.containsKey(id)) {
            return;
        }
        waiting.putIfAbsent(id, new Waiting(id, news, partition, 0, now, null));
        if (waiting.size() > WAITING) {
            Waiting oldest = waiting.values().iterator().next();
            waiting.put(oldest.id(), oldest.ended(Delivery.End.ABANDONED));
        }
    }

    int waiting() {
        return waiting.size();
    }

    /// Sends what is due, a bounded number of notifications, the longest due first.
    void round(ReadModel model, Instant now) {
        ended.values().removeIf(at -> at.isBefore(now.minus(REMEMBERED)));
        List<Waiting> due = waiting.values().stream()
                .filter(one -> !one.due().isAfter(now))
                .sorted(Comparator.comparing(Waiting::due))
                .limit(A_ROUND)
                .toList();
        due.forEach(one -> advance(one, model, now));
    }

    private void advance(Waiting one, ReadModel model, Instant now) {
        if (one.end() != null) {
            finish(one, one.end(), now);
            return;
        }
        switch (one.news().relevance(model, now)) {
            case SILENCE -> waiting.remove(one.id());
            case WAIT -> waiting.put(one.id(), one.at(now.plusSeconds(1)));
            case TELL -> tell(one, model, now);
        }
    }

    private void tell(Waiting one, ReadModel model, Instant now) {
        Optional<String> refusal = webhook.post(one.id(), one.news().json(one.id(), model));
        if (refusal.isEmpty()) {
            finish(one.ended(Delivery.End.DELIVERED), Delivery.End.DELIVERED, now);
        } else if (one.news().tooOld(now)) {
            LOG.warn("Gave up telling the webhook of {}: {}.", one.news().id().value(), refusal.get());
            finish(one.ended(Delivery.End.ABANDONED), Delivery.End.ABANDONED, now);
        } else {
            count("refused");
            if (one.attempts() == 0) {
                LOG.warn("The webhook did not take delivery {}: {}. It will be tried again.", one.id(), refusal.get());
            }
            waiting.put(one.id(), one.later(now));
        }
    }

    /// Once sent, only the record is tried again.
    private void finish(Waiting one, Delivery.End end, Instant now) {
        waiting.put(one.id(), one.at(now.plusSeconds(1)));
        try {
            outbox.record(
                    new Delivery(
                            one.id(),
                            one.news().id(),
                            Digest.ofText(webhook.destination().toString()),
                            end,
                            one.attempts(),
                            now),
                    one.partition());
            waiting.remove(one.id());
            ended.put(one.id(), now);
            count(end == Delivery.End.DELIVERED ? "delivered" : "abandoned");
        } catch (Outbox.OutboxException e) {
            LOG.warn("Delivery {} has ended but is not recorded yet; recording is tried again.", one.id(), e);
        }
    }

    private void count(String result) {
        meters.counter("plumbline.notifications", "result", result).increment();
    }
}
