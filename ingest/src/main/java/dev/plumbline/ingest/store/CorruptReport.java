package dev.plumbline.ingest.store;

import dev.plumbline.model.evidence.Digest;
import java.io.IOException;

/// A file of the store no longer has the digest that it is kept under.
public final class CorruptReport extends IOException {
    private static final long serialVersionUID = 1;

    CorruptReport(Digest report) {
        super("report " + report + " is damaged on disk");
    }
}
