package dev.plumbline.model.wire;

import dev.plumbline.model.build.Build;
import dev.plumbline.model.build.BuildKey;
import dev.plumbline.model.build.BuildTimes;
import dev.plumbline.model.build.CommitId;
import dev.plumbline.model.build.Component;
import dev.plumbline.model.build.Lineage;
import dev.plumbline.model.build.RepositoryId;
import dev.plumbline.model.build.RepositoryName;
import dev.plumbline.model.build.Subject;
import dev.plumbline.model.evidence.Evidence;
import dev.plumbline.model.evidence.EvidenceReceived;
import dev.plumbline.model.evidence.Kind;
import dev.plumbline.model.evidence.Receipt;
import dev.plumbline.model.evidence.UploadId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An upload and its build, field by field as our encoder writes them.
final class BuildForms {
    private static final byte[] ID = Cursor.field("id");
    private static final byte[] BUILD = Cursor.field("build");
    private static final byte[] EVIDENCE = Cursor.field("evidence");
    private static final byte[] RECEIPT = Cursor.field("receipt");
    private static final byte[] RECEIVED_AT = Cursor.field("receivedAt");
    private static final byte[] PUBLISHER = Cursor.field("publisher");
    private static final byte[] BACKFILLED = Cursor.field("backfilled");
    private static final byte[] KEY = Cursor.field("key");
    private static final byte[] NAME = Cursor.field("name");
    private static final byte[] LINEAGE = Cursor.field("lineage");
    private static final byte[] TIMES = Cursor.field("times");
    private static final byte[] EXPECTS = Cursor.field("expects");
    private static final byte[] COMPLETE = Cursor.field("complete");
    private static final byte[] SUBJECT = Cursor.field("subject");
    private static final byte[] REPOSITORY = Cursor.field("repository");
    private static final byte[] COMPONENT = Cursor.field("component");
    private static final byte[] COMMIT = Cursor.field("commit");
    private static final byte[] RUN = Cursor.field("run");
    private static final byte[] ATTEMPT = Cursor.field("attempt");
    private static final byte[] LINE = Cursor.field("line");
    private static final byte[] BRANCH = Cursor.field("branch");
    private static final byte[] CHANGE = Cursor.field("change");
    private static final byte[] MERGE_BASE = Cursor.field("mergeBase");
    private static final byte[] CHANGED_LINES = Cursor.field("changedLines");
    private static final byte[] STARTED_AT = Cursor.field("startedAt");
    private static final byte[] FINISHED_AT = Cursor.field("finishedAt");
    private static final byte[] LANGUAGES = Cursor.field("languages");
    private static final byte[] TYPE = Cursor.field("type");
    private static final byte[] DEPENDENCIES = Cursor.field("dependencies");
    private static final byte[] LIFECYCLE = Cursor.field("lifecycle");

    static final Remembered<Kind> KINDS = new Remembered<>(256, Kind::new);
    private static final Remembered<RepositoryId> REPOSITORIES = new Remembered<>(1_024, RepositoryId::new);
    private static final Remembered<RepositoryName> NAMES = new Remembered<>(1_024, RepositoryName::new);
    private static final Remembered<Component> COMPONENTS = new Remembered<>(256, Component::new);

    private BuildForms() {}

    /// Is told where evidence stands.
    @FunctionalInterface
    interface Places {
        Places UNUSED = (_, _, _) -> {};

        void found(Kind kind, int from, int to);
    }

    static EvidenceReceived upload(Cursor in) {
        return upload(in, Places.UNUSED);
    }

    static EvidenceReceived upload(Cursor in, Places places) {
        in.open();
        return in.closed(new EvidenceReceived(
                new UploadId(in.at(ID).text()),
                build(in.at(BUILD)),
                in.list(EVIDENCE, piece -> evidence(piece, places)),
                receipt(in.at(RECEIPT))));
    }

    private static Evidence evidence(Cursor in, Places places) {
        int from = in.place();
        var evidence = EvidenceForms.evidence(in);
        places.found(evidence.kind(), from, in.place());
        return evidence;
    }

    private static Receipt receipt(Cursor in) {
        in.open();
        return in.closed(new Receipt(
                moment(in.at(RECEIVED_AT)),
                in.at(PUBLISHER).word(),
                in.at(BACKFILLED).flag()));
    }

    private static Build build(Cursor in) {
        in.open();
        return in.closed(new Build(
                key(in.at(KEY)),
                in.at(NAME).known(NAMES),
                lineage(in.at(LINEAGE)),
                times(in.at(TIMES)),
                in.list(EXPECTS, kind -> kind.known(KINDS)),
                in.at(COMPLETE).flag(),
                subject(in.at(SUBJECT))));
    }

    private static BuildKey key(Cursor in) {
        in.open();
        return in.closed(new BuildKey(
                in.at(REPOSITORY).known(REPOSITORIES),
                in.at(COMPONENT).known(COMPONENTS),
                new CommitId(in.at(COMMIT).text()),
                in.at(RUN).text(),
                in.at(ATTEMPT).whole()));
    }

    private static Lineage lineage(Cursor in) {
        in.open();
        return switch (in.at(LINE).word()) {
            case "default" -> in.closed(new Lineage.DefaultBranch(in.at(BRANCH).word()));
            case "branch" -> in.closed(new Lineage.SideBranch(in.at(BRANCH).text()));
            case "change" ->
                in.closed(new Lineage.ChangeRequest(
                        in.at(CHANGE).text(),
                        in.at(BRANCH).text(),
                        in.has(MERGE_BASE) ? new CommitId(in.text()) : null,
                        in.has(CHANGED_LINES) ? in.whole() : null));
            default -> throw new Unusual();
        };
    }

    private static BuildTimes times(Cursor in) {
        in.open();
        return in.closed(new BuildTimes(statedMoment(in, STARTED_AT), statedMoment(in, FINISHED_AT)));
    }

    private static Subject subject(Cursor in) {
        in.open();
        return in.closed(new Subject(
                stated(in, LANGUAGES),
                in.has(TYPE) ? in.word() : null,
                stated(in, DEPENDENCIES),
                in.has(LIFECYCLE) ? in.word() : null));
    }

    /// {@return a list of which it means something whether it is there}
    private static @Nullable List<String> stated(Cursor in, byte[] field) {
        return in.has(field) ? in.elements(Cursor::word) : null;
    }

    static @Nullable Instant statedMoment(Cursor in, byte[] field) {
        return in.has(field) ? moment(in) : null;
    }

    static Instant moment(Cursor in) {
        var read = Instants.read(in.text());
        if (read == null) {
            throw new Unusual();
        }
        return read;
    }
}
