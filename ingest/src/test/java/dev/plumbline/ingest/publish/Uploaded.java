package dev.plumbline.ingest.publish;

import dev.plumbline.model.build.Build;
import dev.plumbline.model.build.BuildKey;
import dev.plumbline.model.build.BuildTimes;
import dev.plumbline.model.build.CommitId;
import dev.plumbline.model.build.Component;
import dev.plumbline.model.build.Lineage;
import dev.plumbline.model.build.RepositoryId;
import dev.plumbline.model.build.RepositoryName;
import dev.plumbline.model.build.Subject;
import dev.plumbline.model.evidence.Digest;
import dev.plumbline.model.evidence.Evidence;
import dev.plumbline.model.evidence.EvidenceReceived;
import dev.plumbline.model.evidence.Format;
import dev.plumbline.model.evidence.Receipt;
import dev.plumbline.model.evidence.Source;
import dev.plumbline.model.evidence.ToolRun;
import dev.plumbline.model.evidence.UploadId;
import java.time.Instant;
import java.util.List;

/// Uploads for tests.
public final class Uploaded {
    public static final Instant RECEIVED = Instant.parse("2026-11-01T10:06:00Z");
    public static final Build BUILD = build("1");

    private Uploaded() {}

    public static Build build(String run) {
        return new Build(
                new BuildKey(
                        new RepositoryId("name:local/acme/payments"),
                        Component.ROOT,
                        new CommitId("9f2c".repeat(10)),
                        run,
                        1),
                new RepositoryName("acme/payments"),
                new Lineage.DefaultBranch("main"),
                BuildTimes.UNSTATED,
                List.of(),
                true,
                Subject.UNKNOWN);
    }

    public static EvidenceReceived with(List<Evidence> evidence) {
        return new EvidenceReceived(
                UploadId.ofContent("upload"), BUILD, evidence, new Receipt(RECEIVED, "anonymous", false));
    }

    public static Source source(String part) {
        return new Source(
                part,
                Digest.ofText(part),
                new Format("some-format"),
                "some-format@1",
                ToolRun.of("tool", null),
                List.of());
    }
}
