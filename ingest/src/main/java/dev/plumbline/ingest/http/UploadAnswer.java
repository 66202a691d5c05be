package dev.plumbline.ingest.http;

import dev.plumbline.model.build.Build;
import dev.plumbline.model.build.BuildId;
import dev.plumbline.model.build.Component;
import dev.plumbline.model.build.RepositoryId;
import dev.plumbline.model.build.RepositoryName;
import dev.plumbline.model.evidence.Digest;
import dev.plumbline.model.evidence.Evidence;
import dev.plumbline.model.evidence.EvidenceReceived;
import dev.plumbline.model.evidence.Format;
import dev.plumbline.model.evidence.Kind;
import dev.plumbline.model.evidence.UploadId;
import dev.plumbline.model.score.BuildScored;
import dev.plumbline.model.score.BuildState;
import dev.plumbline.model.score.Gate;
import dev.plumbline.model.score.Scorecard;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The bodies with which an accepted upload is answered. Their own lists are marked nullable, and never null:
/// so an empty one is written too, and a client may walk through it without asking whether it is there.
final class UploadAnswer {
    private UploadAnswer() {}

    /// 202: the upload is on the log.
    ///
    /// @param provisional what the newest scorecards of the build say, when somebody waited and the verdict did
    ///     not come
    record Receipt(
            UploadId upload,
            BuildId build,
            RepositoryId repository,
            RepositoryName name,
            Component component,
            Instant receivedAt,
            @Nullable List<Item> evidence,
            @Nullable List<String> notes,
            Links links,
            @Nullable Provisional provisional) {}

    /// One piece of evidence that was read.
    ///
    /// @param figures its counts, as plain numbers
    record Item(
            String part, Digest report, Format format, Kind kind, SortedMap<String, Long> figures, List<String> notes) {
        Item {
            figures = new TreeMap<>(figures);
        }

        static Item of(Evidence evidence) {
            var source = evidence.source();
            return new Item(
                    source.part(),
                    source.report(),
                    source.format(),
                    evidence.kind(),
                    Figures.of(evidence),
                    source.notes());
        }
    }

    /// Where to look next; paths of this server.
    record Links(String build, String scorecards, String page) {
        static Links of(Build build) {
            return new Links(
                    "/api/v1/builds/" + build.id(),
                    "/api/v1/scorecards?repository=" + build.name(),
                    "/repositories/" + build.name());
        }
    }

    /// What is known while evidence may still come, or this upload is not in yet.
    ///
    /// @param awaited kinds that were promised and have not come
    record Provisional(
            int revision,
            @Nullable List<Kind> awaited,
            Gate gate,
            @Nullable List<Scorecard> scorecards) {
        static Provisional of(BuildScored scored) {
            List<Kind> awaited = switch (scored.state()) {
                case BuildState.Provisional open -> open.awaited();
                case BuildState.Final _ -> List.of();
            };
            return new Provisional(scored.revision(), awaited, scored.gate(), scored.scorecards());
        }
    }

    /// 200: the build is closed and its scorecards include the upload.
    record Verdict(
            UploadId upload,
            BuildId build,
            RepositoryId repository,
            RepositoryName name,
            Component component,
            int revision,
            Gate gate,
            @Nullable List<Scorecard> scorecards,
            @Nullable List<String> notes,
            Links links) {
        static Verdict of(EvidenceReceived upload, BuildScored scored) {
            Build build = upload.build();
            return new Verdict(
                    upload.id(),
                    build.id(),
                    build.key().repository(),
                    build.name(),
                    build.key().component(),
                    scored.revision(),
                    scored.gate(),
                    scored.scorecards(),
                    scored.notes(),
                    Links.of(build));
        }
    }

    static Receipt receipt(EvidenceReceived upload, List<String> notes, @Nullable Provisional provisional) {
        Build build = upload.build();
        return new Receipt(
                upload.id(),
                build.id(),
                build.key().repository(),
                build.name(),
                build.key().component(),
                upload.receipt().receivedAt(),
                upload.evidence().stream().map(Item::of).toList(),
                notes,
                Links.of(build),
                provisional);
    }
}
