package dev.plumbline.analyzer.topology;

import dev.plumbline.analyzer.build.BuildLife;
import dev.plumbline.analyzer.build.Upload;
import dev.plumbline.model.build.BuildKey;
import java.time.Instant;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The attempts of a run. CI that runs failed jobs again sends what only these bring; what the other jobs
/// brought stands in the attempt before. So each attempt is handed what those before it brought, whichever
/// comes first: an attempt that begins finds the last one before it, and what comes for an attempt later is
/// handed on. The row of the first attempt says how far to look.
final class Attempts {
    /// How many attempts are looked for before and after one.
    private static final int NEAR = 20;

    private final BuildShelf builds;
    private final Retention retention;

    Attempts(BuildShelf builds, Retention retention) {
        this.builds = builds;
        this.retention = retention;
    }

    /// {@return the life of a build of which nothing had come, with what the attempts before it brought}
    BuildLife begin(BuildKey key, Instant moment) {
        var life = BuildLife.begin();
        for (int attempt = key.attempt() - 1; attempt > 0 && attempt >= key.attempt() - NEAR; attempt--) {
            if (at(key.withAttempt(attempt), moment) instanceof BuildRow.Live live
                    && !live.life().uploads().isEmpty()) {
                var uploads = live.life().uploads();
                for (var upload : Stream.concat(uploads.before().stream(), uploads.list().stream())
                        .toList()) {
                    life = life.receiveEarlier(upload);
                }
                return life;
            }
        }
        return life;
    }

    /// Has the first attempt know of one that begins.
    void announce(Effects effects, BuildKey key, Instant moment) {
        var first = key.withAttempt(1);
        var address = BuildAddress.of(first);
        switch (at(first, moment)) {
            case BuildRow.Live live
            when live.life().uploads().isEmpty() ->
                builds.put(effects, address, new BuildRow.Announced(key.attempt(), moment));
            case BuildRow.Live live
            when live.later() < key.attempt() -> builds.put(effects, address, live.knowing(key.attempt()));
            case BuildRow.Announced announced
            when announced.later() < key.attempt() ->
                builds.put(effects, address, new BuildRow.Announced(key.attempt(), moment));
            case BuildRow.Live _, BuildRow.Announced _, BuildRow.Settled _ -> {}
        }
    }

    /// {@return the later attempts that may be known of a run}
    ///
    /// @param row of the build itself
    Stream<BuildKey> after(BuildKey key, BuildRow row, Instant moment) {
        var first = key.attempt() == 1 ? row : at(key.withAttempt(1), moment);
        int last = switch (first) {
            case BuildRow.Live live -> live.later();
            case BuildRow.Announced announced -> announced.later();
            case BuildRow.Settled _ -> 0;
        };
        return IntStream.rangeClosed(key.attempt() + 1, Math.min(last, key.attempt() + NEAR))
                .mapToObj(key::withAttempt);
    }

    /// {@return what is known of an attempt}
    BuildRow at(BuildKey key, Instant moment) {
        var address = BuildAddress.of(key);
        return retention.at(moment, address, builds.find(address));
    }

    /// {@return the life of an attempt that began, after an upload of an earlier one; the same where it has
    /// no use for it}
    static BuildLife after(BuildRow.Live live, Upload earlier) {
        return live.life().uploads().isEmpty() ? live.life() : live.life().receiveEarlier(earlier);
    }
}
