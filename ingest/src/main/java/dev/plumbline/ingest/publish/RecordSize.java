package dev.plumbline.ingest.publish;

import dev.plumbline.http.Problem;
import dev.plumbline.model.evidence.ApiEvidence;
import dev.plumbline.model.evidence.AuditEvidence;
import dev.plumbline.model.evidence.CoverageEvidence;
import dev.plumbline.model.evidence.Evidence;
import dev.plumbline.model.evidence.EvidenceReceived;
import dev.plumbline.model.evidence.FactsEvidence;
import dev.plumbline.model.evidence.FindingGroup;
import dev.plumbline.model.evidence.FindingsEvidence;
import dev.plumbline.model.evidence.Fingerprints;
import dev.plumbline.model.evidence.InventoryEvidence;
import dev.plumbline.model.evidence.LineSets;
import dev.plumbline.model.evidence.MutationsEvidence;
import dev.plumbline.model.evidence.Position;
import dev.plumbline.model.evidence.SettingsEvidence;
import dev.plumbline.model.evidence.Source;
import dev.plumbline.model.evidence.TestsEvidence;
import dev.plumbline.model.wire.Codec;
import dev.plumbline.model.wire.Topic;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// Makes an upload fit into one record of at most {@link Topic#MAX_RECORD_BYTES}. What verdicts need most goes
/// last: first the line sets, then the fingerprints, then samples and names, each from the largest piece of
/// evidence down, and only as far as needed. Counts always stay. What was left out is marked, in its field and
/// in a note.
public final class RecordSize {
    private static final int SHORT_LIST = 50;

    private RecordSize() {}

    /// {@return the upload as it goes onto the log; the same one where it fits}
    ///
    /// @throws Problem when even the counts alone are too large
    public static EvidenceReceived fit(EvidenceReceived upload) {
        if (bytes(upload) <= Topic.MAX_RECORD_BYTES) {
            return upload;
        }
        EvidenceReceived fitted = upload;
        for (Cut cut : Cut.values()) {
            fitted = cutLargestFirst(fitted, cut);
        }
        if (bytes(fitted) > Topic.MAX_RECORD_BYTES) {
            throw Problem.of(
                            413,
                            "too-much-evidence",
                            "Too much in one upload",
                            "The evidence of this upload has " + bytes(fitted)
                                    + " bytes even without samples; one record holds " + Topic.MAX_RECORD_BYTES + ".")
                    .with("fix", "Send the reports in several uploads of the same build.");
        }
        return fitted;
    }

    /// What can be left out, least needed first.
    private enum Cut {
        LINE_SETS,
        FINGERPRINTS,
        LONG_LISTS,
        LISTS
    }

    private static EvidenceReceived cutLargestFirst(EvidenceReceived upload, Cut cut) {
        var evidence = new ArrayList<>(upload.evidence());
        List<Integer> largestFirst = IntStream.range(0, evidence.size())
                .boxed()
                .filter(i -> saved(evidence.get(i), cut) > 0)
                .sorted(Comparator.comparingInt((Integer i) -> saved(evidence.get(i), cut))
                        .reversed())
                .toList();
        EvidenceReceived fitted = upload;
        for (int i : largestFirst) {
            if (bytes(fitted) > Topic.MAX_RECORD_BYTES) {
                evidence.set(i, without(evidence.get(i), cut));
                fitted = new EvidenceReceived(upload.id(), upload.build(), evidence, upload.receipt());
            }
        }
        return fitted;
    }

    private static int bytes(EvidenceReceived upload) {
        return Codec.EVIDENCE_RECEIVED.encode(upload).length;
    }

    private static int saved(Evidence evidence, Cut cut) {
        return Codec.EVIDENCE.encode(evidence).length - Codec.EVIDENCE.encode(without(evidence, cut)).length;
    }

    private static Evidence without(Evidence evidence, Cut cut) {
        return switch (cut) {
            case LINE_SETS -> withoutLineSets(evidence);
            case FINGERPRINTS -> withoutFingerprints(evidence);
            case LONG_LISTS -> shortened(evidence, 3, SHORT_LIST);
            case LISTS -> shortened(evidence, 0, 0);
        };
    }

    private static Evidence withoutLineSets(Evidence evidence) {
        return evidence instanceof CoverageEvidence it && !it.lines().truncated()
                ? new CoverageEvidence(
                        it.kind(),
                        noted(it.source(), "The line sets did not fit into one record."),
                        it.counted(),
                        it.declared(),
                        LineSets.TRUNCATED)
                : evidence;
    }

    private static Evidence withoutFingerprints(Evidence evidence) {
        String note = "The fingerprints did not fit into one record.";
        return switch (evidence) {
            case FindingsEvidence it
            when !it.fingerprints().packed().isEmpty() ->
                new FindingsEvidence(
                        it.kind(),
                        noted(it.source(), note),
                        it.groups(),
                        truncated(it.fingerprints()),
                        it.enabledRules());
            case TestsEvidence it
            when !it.names().packed().isEmpty() ->
                new TestsEvidence(
                        it.kind(),
                        noted(it.source(), note),
                        it.counted(),
                        it.declared(),
                        it.times(),
                        it.notPassed(),
                        truncated(it.names()));
            case InventoryEvidence it
            when !it.purls().packed().isEmpty() ->
                new InventoryEvidence(
                        it.kind(),
                        noted(it.source(), note),
                        it.specification(),
                        it.components(),
                        it.licences(),
                        truncated(it.purls()));
            case Evidence other -> other;
        };
    }

    private static Evidence shortened(Evidence evidence, int samples, int names) {
        return switch (evidence) {
            case FindingsEvidence it ->
                new FindingsEvidence(
                        it.kind(),
                        noted(
                                it.source(),
                                "At most " + samples + " sample positions of a rule fitted into one record."),
                        it.groups().stream()
                                .map(group -> sampled(group, samples))
                                .toList(),
                        it.fingerprints(),
                        it.enabledRules());
            case TestsEvidence it ->
                new TestsEvidence(
                        it.kind(),
                        noted(
                                it.source(),
                                "At most " + names + " names of tests that did not pass fitted into one record."),
                        it.counted(),
                        it.declared(),
                        it.times(),
                        first(it.notPassed(), names),
                        it.names());
            case AuditEvidence it ->
                new AuditEvidence(
                        it.kind(),
                        noted(it.source(), "At most " + names + " vulnerabilities fitted into one record."),
                        it.auditedAt(),
                        it.dependencies(),
                        it.skipped(),
                        first(it.vulnerabilities(), names),
                        it.open());
            case FactsEvidence it -> sampled(it, samples);
            case CoverageEvidence _, MutationsEvidence _, ApiEvidence _ -> evidence;
            // enabled rules, settings and licences are facts that rules ask for, never samples
            case SettingsEvidence _, InventoryEvidence _ -> evidence;
        };
    }

    private static FactsEvidence sampled(FactsEvidence facts, int samples) {
        var kept = new TreeMap<String, List<Position>>();
        facts.samples().forEach((fact, places) -> kept.put(fact, first(places, samples)));
        return new FactsEvidence(
                facts.kind(),
                noted(facts.source(), "At most " + samples + " places of a fact fitted into one record."),
                facts.counts(),
                kept,
                facts.project());
    }

    private static FindingGroup sampled(FindingGroup group, int samples) {
        return new FindingGroup(
                group.rule(),
                group.area(),
                group.severity(),
                group.open(),
                group.suppressed(),
                first(group.samples(), samples));
    }

    private static <T> List<T> first(List<T> list, int limit) {
        return list.subList(0, Math.min(limit, list.size()));
    }

    private static Fingerprints truncated(Fingerprints fingerprints) {
        return new Fingerprints("", fingerprints.count(), true);
    }

    private static Source noted(Source source, String note) {
        var notes = new ArrayList<>(source.notes());
        notes.add(note);
        return new Source(source.part(), source.report(), source.format(), source.reader(), source.tool(), notes);
    }
}
