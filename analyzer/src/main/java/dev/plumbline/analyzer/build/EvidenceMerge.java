package dev.plumbline.analyzer.build;

import dev.plumbline.model.evidence.ApiEvidence;
import dev.plumbline.model.evidence.AuditEvidence;
import dev.plumbline.model.evidence.CoverageEvidence;
import dev.plumbline.model.evidence.Evidence;
import dev.plumbline.model.evidence.FactsEvidence;
import dev.plumbline.model.evidence.FindingsEvidence;
import dev.plumbline.model.evidence.InventoryEvidence;
import dev.plumbline.model.evidence.MutationsEvidence;
import dev.plumbline.model.evidence.SettingsEvidence;
import dev.plumbline.model.evidence.TestsEvidence;
import dev.plumbline.model.wire.Codec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/// Several reports of one kind, read as one. The reports are put into an order of their own first, and all
/// are merged in one step: the result does not depend on the order in which they came. A report that came
/// twice counts once.
///
/// @param distinct the reports of it, in an order of their own
/// @param notes what the merge did not take at face value, a sentence each
record EvidenceMerge(Evidence evidence, List<Evidence> distinct, List<String> notes) {

    /// @param all of one kind, at least one
    static EvidenceMerge merge(Collection<Evidence> all) {
        if (all.size() == 1) {
            return single(all.iterator().next());
        }
        var distinct = distinct(all);
        if (distinct.size() == 1) {
            return single(distinct.getFirst());
        }
        var notes = new ArrayList<String>();
        distinct.forEach(one -> notes.addAll(single(one).notes()));
        var merged = switch (distinct.getFirst()) {
            case CoverageEvidence _ -> CoverageMerge.merge(only(CoverageEvidence.class, distinct), notes);
            case TestsEvidence _ -> TestsMerge.merge(only(TestsEvidence.class, distinct), notes);
            case FindingsEvidence _ -> FindingsMerge.merge(only(FindingsEvidence.class, distinct), notes);
            case AuditEvidence _ -> AuditMerge.merge(only(AuditEvidence.class, distinct));
            case MutationsEvidence _ -> MutationsMerge.merge(only(MutationsEvidence.class, distinct));
            case InventoryEvidence _ -> InventoryMerge.merge(only(InventoryEvidence.class, distinct), notes);
            case ApiEvidence _ -> ApiMerge.merge(only(ApiEvidence.class, distinct), notes);
            case FactsEvidence _ -> FactsMerge.merge(only(FactsEvidence.class, distinct), notes);
            case SettingsEvidence _ -> SettingsMerge.merge(only(SettingsEvidence.class, distinct), notes);
        };
        return new EvidenceMerge(merged, alike(distinct), notes);
    }

    /// {@return what is said of the reports by themselves, and not of merging them}
    static List<String> ofEach(Collection<Evidence> reports) {
        return reports.stream().flatMap(one -> single(one).notes().stream()).toList();
    }

    /// What its reader noted, such as totals that a report declares and its details do not add up to.
    private static EvidenceMerge single(Evidence evidence) {
        var notes = evidence.source().notes().stream()
                .map(note -> evidence.kind() + ": " + note)
                .toList();
        return new EvidenceMerge(evidence, List.of(evidence), notes);
    }

    /// One per report, in the order of its digest; where two readings of one report differ, in the order of
    /// their bytes.
    private static List<Evidence> distinct(Collection<Evidence> all) {
        var byBytes = new TreeMap<String, Evidence>();
        all.forEach(one -> byBytes.put(one.source().report() + " " + Codec.EVIDENCE.digest(one), one));
        var byReport = new TreeMap<String, Evidence>();
        byBytes.values()
                .forEach(one -> byReport.putIfAbsent(
                        one.source().report() + " " + one.source().reader(), one));
        return List.copyOf(byReport.values());
    }

    private static List<Evidence> alike(List<Evidence> all) {
        var shape = all.getFirst().getClass();
        return all.stream().filter(shape::isInstance).toList();
    }

    /// Reports whose records are of another shape than the first are left out: one kind has one shape.
    private static <T extends Evidence> List<T> only(Class<T> shape, List<Evidence> all) {
        return all.stream().filter(shape::isInstance).map(shape::cast).toList();
    }
}
