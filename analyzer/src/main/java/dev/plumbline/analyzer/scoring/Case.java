package dev.plumbline.analyzer.scoring;

import dev.plumbline.model.build.Subject;
import dev.plumbline.model.evidence.Kind;
import java.time.Instant;
import java.util.List;

/// What is judged: one build as it stands at one moment.
///
/// @param awaited kinds that the uploader promised and has not sent
/// @param attested what people said of this repository and component, expired or not
/// @param closed whether no more evidence is waited for
/// @param asOf what rules see as `now`; never the wall clock
public record Case(
        Subject subject,
        EvidenceSet evidence,
        List<Attested> attested,
        List<Kind> awaited,
        boolean closed,
        Instant asOf) {
    public Case {
        attested = List.copyOf(attested);
        awaited = List.copyOf(awaited);
    }
}
