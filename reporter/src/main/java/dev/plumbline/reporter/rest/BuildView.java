package dev.plumbline.reporter.rest;

import dev.plumbline.model.build.Build;
import dev.plumbline.model.build.Lineage;
import dev.plumbline.model.evidence.Kind;
import dev.plumbline.model.evidence.UploadId;
import dev.plumbline.model.score.BuildScored;
import dev.plumbline.model.score.BuildState;
import dev.plumbline.model.score.EvidenceUse;
import dev.plumbline.model.score.Provenance;
import dev.plumbline.reporter.projection.Excuses;
import dev.plumbline.reporter.projection.ReadModel;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One revision of a build, whole.
public record BuildView(
        Identity build,
        int revision,
        State state,
        String recordedAt,
        ScorecardView.GateView gate,
        List<ScorecardView> scorecards,
        List<MoveView> moves,
        ProvenanceView provenance,
        List<String> notes,
        boolean backfilled) {

    public record Identity(
            String id,
            String href,
            RepositoryRef repository,
            String component,
            String commit,
            String run,
            int attempt,
            Line lineage,
            @Nullable String startedAt,
            @Nullable String finishedAt) {
        static Identity of(Build build) {
            return new Identity(
                    build.id().value(),
                    "/api/v1/builds/" + build.id(),
                    new RepositoryRef(
                            build.key().repository().value(), build.name().value()),
                    build.key().component().path(),
                    build.key().commit().sha(),
                    build.key().run(),
                    build.key().attempt(),
                    Line.of(build.lineage()),
                    text(build.times().startedAt()),
                    text(build.times().finishedAt()));
        }
    }

    public record RepositoryRef(String id, String name) {}

    /// @param line `default`, `branch` or `change`
    /// @param change the pull or merge request; null where there is none
    public record Line(String line, String branch, @Nullable String change) {
        static Line of(Lineage lineage) {
            return switch (lineage) {
                case Lineage.DefaultBranch branch -> new Line("default", branch.branch(), null);
                case Lineage.SideBranch branch -> new Line("branch", branch.branch(), null);
                case Lineage.ChangeRequest change -> new Line("change", change.branch(), change.change());
            };
        }
    }

    /// @param phase `provisional` or `final`
    /// @param closedBy what closed it; null while it is open
    /// @param awaited what may still come while it is open
    public record State(String phase, @Nullable String closedBy, List<String> awaited) {
        static State of(BuildState state) {
            return switch (state) {
                case BuildState.Provisional open ->
                    new State(
                            "provisional",
                            null,
                            open.awaited().stream().map(Kind::value).toList());
                case BuildState.Final closed -> new State("final", closed.by().name(), List.of());
            };
        }
    }

    public record ProvenanceView(
            String asOf,
            List<String> uploads,
            List<EvidenceView> evidence,
            String subject,
            @Nullable String baseline,
            String engine) {
        static ProvenanceView of(Provenance provenance) {
            var baseline = provenance.baseline();
            return new ProvenanceView(
                    provenance.asOf().toString(),
                    provenance.uploads().stream().map(UploadId::value).toList(),
                    provenance.evidence().stream().map(EvidenceView::of).toList(),
                    provenance.subject().value(),
                    baseline == null ? null : baseline.value(),
                    provenance.engine());
        }
    }

    /// @param carriedFrom the earlier build that it comes from; null for the build's own
    /// @param combine how a standard chose it among several reports; null for all of them together
    public record EvidenceView(
            String kind,
            String evidence,
            String report,
            String reader,
            @Nullable String carriedFrom,
            @Nullable String combine) {
        static EvidenceView of(EvidenceUse use) {
            var carriedFrom = use.carriedFrom();
            var combine = use.combine();
            return new EvidenceView(
                    use.kind().value(),
                    use.evidence().value(),
                    use.report().value(),
                    use.reader(),
                    carriedFrom == null ? null : carriedFrom.value(),
                    combine == null ? null : combine.name());
        }
    }

    static BuildView of(BuildScored scored, ReadModel model) {
        var excuses = Excuses.of(scored, model.decisions());
        return new BuildView(
                Identity.of(scored.build()),
                scored.revision(),
                State.of(scored.state()),
                scored.recordedAt().toString(),
                ScorecardView.GateView.of(scored.gate()),
                scored.scorecards().stream()
                        .map(card -> ScorecardView.of(card, model.standards(), excuses))
                        .toList(),
                scored.moves().stream().map(MoveView::of).toList(),
                ProvenanceView.of(scored.provenance()),
                scored.notes(),
                scored.backfilled());
    }

    static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
