package dev.plumbline.model.evidence;

import dev.plumbline.model.build.Build;
import java.util.List;

/// An upload was accepted: the one record on the evidence log that it becomes.
public record EvidenceReceived(UploadId id, Build build, List<Evidence> evidence, Receipt receipt) {
    public EvidenceReceived {
        evidence = List.copyOf(evidence);
    }
}
