package dev.plumbline.ingest.http;

import dev.plumbline.http.Problem;
import dev.plumbline.ingest.report.Declared;
import dev.plumbline.ingest.statement.Nearest;
import dev.plumbline.ingest.statement.ReportEntry;
import dev.plumbline.model.evidence.Kind;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A report file with what the `build` part says of it.
record Matched(UploadedFile file, @Nullable ReportEntry entry) {

    /// {@return what the sender says of the file: in the `build` part, and by naming its part after a kind
    /// of evidence, as in `-F tests:integration=@junit.xml`}
    Declared declared() {
        Declared said = entry == null ? Declared.NOTHING : entry.declared();
        if (said.kind() != null) {
            return said;
        }
        Kind kind = Kind.named(file.name()).orElse(null);
        if (kind == null) {
            refuseSlip(file.name());
            return said;
        }
        return new Declared(kind, said.format(), said.tool());
    }

    /// A part that was meant to say its kind must not be taken as one that says none.
    private void refuseSlip(String name) {
        int colon = name.indexOf(':');
        if (colon < 0) {
            return;
        }
        Nearest.to(name.substring(0, colon), Kind.qualified()).ifPresent(family -> {
            String meant = family + name.substring(colon).toLowerCase(Locale.ROOT);
            throw Problem.of(
                            422,
                            "part-name",
                            "The name of a part was refused",
                            "Part «" + name + "» is named like a kind of evidence, and there is none of that name."
                                    + " Nothing of this upload was kept.")
                    .with("part", file.label())
                    .with(
                            "fix",
                            (Kind.named(meant).isPresent() ? "Did you mean «" + meant + "»? " : "")
                                    + "Name the part after a kind, such as tests:integration, or without a colon.");
        });
    }
}
