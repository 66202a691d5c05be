package dev.plumbline.standalone.demo;

import dev.plumbline.standalone.demo.DemoBuild.Report;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/// Spreads an organisation's builds over the days before a moment. The same moment gives the same history.
final class History {
    private static final double DAY_MILLIS = Duration.ofDays(1).toMillis();

    private History() {}

    /// {@return all builds, oldest first}
    static List<DemoBuild> of(Organisation organisation, Instant now) {
        var random = new Random(organisation.seed());
        var builds = new ArrayList<DemoBuild>();
        for (var repository : organisation.repositories()) {
            for (var part : repository.parts()) {
                for (int i = 0; i < part.builds(); i++) {
                    builds.add(new DemoBuild(
                            repository, part, i + 1, finishedAt(organisation, part, i, random, now), reports(part, i)));
                }
            }
        }
        builds.sort(Comparator.comparing(DemoBuild::finishedAt));
        return builds;
    }

    private static Instant finishedAt(
            Organisation organisation, Organisation.Part part, int index, Random random, Instant now) {
        double span = organisation.days() - part.lastDaysAgo() - 1;
        double before = part.builds() == 1 ? 0 : span * (part.builds() - 1 - index) / (part.builds() - 1);
        boolean last = index == part.builds() - 1;
        double jitter = last ? 0 : random.nextDouble() * 0.8;
        return now.minusMillis((long) ((part.lastDaysAgo() + before + jitter) * DAY_MILLIS));
    }

    private static List<Report> reports(Organisation.Part part, int index) {
        var reports = new ArrayList<Report>();
        part.reports().forEach((kind, files) -> {
            String file = files.get(Math.min(files.size() - 1, index * files.size() / part.builds()));
            if (file != null) {
                reports.add(new Report(kind, file));
            }
        });
        return reports;
    }
}
