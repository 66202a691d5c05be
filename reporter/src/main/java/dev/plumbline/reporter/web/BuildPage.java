package dev.plumbline.reporter.web;

import dev.plumbline.model.build.Lineage;
import dev.plumbline.model.score.BuildScored;
import dev.plumbline.model.score.BuildState;
import dev.plumbline.model.score.EvidenceUse;
import dev.plumbline.reporter.projection.ReadModel;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One build on one page.
///
/// @param state open or closed, and why, in a sentence
/// @param baseline the build that it was compared with; empty where there was none
public record BuildPage(
        String id,
        String repository,
        String component,
        String commit,
        String run,
        String line,
        String state,
        int revision,
        When asOf,
        @Nullable When started,
        String gate,
        List<String> reasons,
        List<ScorecardPart> scorecards,
        List<EvidenceRow> evidence,
        List<String> notes,
        String baseline,
        String engine,
        boolean backfilled) {

    /// @param carriedFrom an earlier build; empty for the build's own
    public record EvidenceRow(String kind, String reader, String report, String reportHref, String carriedFrom) {}

    static BuildPage of(BuildScored scored, ReadModel model, Instant now) {
        var build = scored.build();
        var key = build.key();
        var repository = model.repositories().get(key.repository());
        Instant started = build.times().startedAt();
        var baseline = scored.provenance().baseline();
        return new BuildPage(
                build.id().value(),
                repository == null ? build.name().value() : repository.name().value(),
                key.component().isRoot() ? "" : key.component().path(),
                key.commit().sha(),
                key.attempt() == 1 ? key.run() : key.run() + ", attempt " + key.attempt(),
                line(build.lineage()),
                state(scored.state()),
                scored.revision(),
                When.of(scored.provenance().asOf(), now),
                started == null ? null : When.of(started, now),
                ScorecardPart.gate(scored.gate()),
                scored.gate().reasons(),
                scored.scorecards().stream()
                        .map(card -> ScorecardPart.of(card, scored, model, now))
                        .toList(),
                scored.provenance().evidence().stream().map(BuildPage::row).toList(),
                scored.notes(),
                baseline == null ? "" : baseline.value(),
                scored.provenance().engine(),
                scored.backfilled());
    }

    private static EvidenceRow row(EvidenceUse use) {
        var carriedFrom = use.carriedFrom();
        var combine = use.combine();
        return new EvidenceRow(
                use.kind() + (combine == null ? "" : ", the " + combine.name().toLowerCase(Locale.ROOT)),
                use.reader(),
                use.report().hex().substring(0, 12),
                "/api/v1/reports/" + use.report(),
                carriedFrom == null ? "" : carriedFrom.value());
    }

    private static String line(Lineage lineage) {
        return switch (lineage) {
            case Lineage.DefaultBranch branch -> branch.branch() + ", the default branch";
            case Lineage.SideBranch branch -> branch.branch();
            case Lineage.ChangeRequest change -> "change " + change.change() + " on " + change.branch();
        };
    }

    private static String state(BuildState state) {
        return switch (state) {
            case BuildState.Provisional open when open.awaited().isEmpty() -> "open: further evidence may come";
            case BuildState.Provisional open ->
                "open: waits for "
                        + open.awaited().stream().map(Object::toString).collect(Collectors.joining(", "));
            case BuildState.Final closed ->
                switch (closed.by()) {
                    case MANIFEST -> "final: all expected evidence arrived";
                    case UPLOADER -> "final: the uploader said that it is complete";
                    case DEADLINE -> "final: closed at its deadline";
                };
        };
    }
}
