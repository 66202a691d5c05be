package dev.plumbline.standalone.bench;

import dev.plumbline.standalone.bench.Reading.Pace;

/// The first half of a run's figures.
record Throughput(
        Pace scored, Pace copied, double brokerSeconds, double recordBytes, RuleShares outcomes, int repositories) {

    Figures with(OneProcess one) {
        return new Figures(
                scored.perSecond(),
                copied.perSecond(),
                scored.perSecond() / copied.perSecond(),
                one.latency().p50Seconds(),
                one.latency().p99Seconds(),
                one.durableUploadsPerSecond(),
                one.startSeconds(),
                brokerSeconds,
                one.first().seconds(),
                one.first().rssBytes(),
                one.heapBytes(),
                one.rssBytes(),
                recordBytes,
                (double) scored.bytes() / scored.records(),
                outcomes.asserted(),
                outcomes.reused(),
                outcomes.flipped(),
                repositories,
                scored.records());
    }
}
