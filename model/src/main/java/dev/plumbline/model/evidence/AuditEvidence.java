package dev.plumbline.model.evidence;

import java.time.Instant;
import java.util.List;

/// A check of dependencies against known vulnerabilities.
///
/// @param auditedAt when the tool ran: its own word, else the sender's, else the time of receipt
/// @param dependencies how many were looked at
/// @param skipped names of dependencies that the tool could not look at
/// @param vulnerabilities at most {@link #LISTED_LIMIT}, worst first
/// @param open how many vulnerabilities there are, listed or not
public record AuditEvidence(
        Kind kind,
        Source source,
        Instant auditedAt,
        int dependencies,
        List<String> skipped,
        List<Vulnerability> vulnerabilities,
        int open)
        implements Evidence {
    public static final int LISTED_LIMIT = 200;

    public AuditEvidence {
        if (dependencies < 0 || open < vulnerabilities.size()) {
            throw new IllegalArgumentException("an audit of " + dependencies + " dependencies cannot list "
                    + vulnerabilities.size() + " of " + open + " vulnerabilities");
        }
        skipped = List.copyOf(skipped);
        vulnerabilities = List.copyOf(vulnerabilities);
    }
}
