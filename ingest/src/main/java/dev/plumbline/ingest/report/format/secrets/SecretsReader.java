package dev.plumbline.ingest.report.format.secrets;

import dev.plumbline.ingest.report.Declared;
import dev.plumbline.ingest.report.ReportReader;
import dev.plumbline.model.evidence.Kind;

/// A reader of what a secret scanner found.
interface SecretsReader extends ReportReader {
    int RULE_CHARS = 200;
    int PATH_CHARS = 2_000;

    @Override
    default int version() {
        return 1;
    }

    @Override
    default boolean canBe(Kind kind) {
        return kind.equals(Kind.SECRETS);
    }

    /// Whether the sender says that this is a scan for secrets, and names no other tool than this: that decides where
    /// the content says nothing.
    static boolean declared(Declared declared, String tool) {
        String named = declared.tool().name();
        return Kind.SECRETS.equals(declared.kind()) && (named == null || named.equalsIgnoreCase(tool));
    }
}
