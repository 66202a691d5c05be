package dev.plumbline.standalone.bench;

import dev.plumbline.standalone.bench.Reading.Pace;

/// The first half of a run's figures.
record Throughput(
        Pace scored, Pace copied, double brokerSeconds, double recordBytes, RuleShares outcomes, int repositories) {

    Figures with(double startSeconds, Latency latency, long heapBytes, long rssBytes) {
        return new Figures(
                scored.perSecond(),
                copied.perSecond(),
                scored.perSecond() / copied.perSecond(),
                latency.p50Seconds(),
                latency.p99Seconds(),
                startSeconds,
                brokerSeconds,
                heapBytes,
                rssBytes,
                recordBytes,
                (double) scored.bytes() / scored.records(),
                outcomes.asserted(),
                outcomes.reused(),
                outcomes.flipped(),
                repositories,
                scored.records());
    }
}
