package dev.plumbline.ingest.report.format.findings;

import dev.plumbline.ingest.report.Declared;
import dev.plumbline.model.evidence.Kind;
import java.util.Set;

/// Who writes a format, and what it is evidence of.
///
/// @param name of the tool, as the second half of a kind
/// @param kind where the sender declares none
/// @param shared whether other tools write the format too
record Tool(String name, Kind kind, boolean shared) {
    private static final Set<String> FAMILIES = Set.of("findings", "types");

    static Tool findings(String name) {
        return new Tool(name, Kind.findings(name), false);
    }

    static Tool types(String name) {
        return new Tool(name, new Kind("types:" + name), false);
    }

    static Tool format(String name) {
        return new Tool(name, new Kind("format"), false);
    }

    /// A format of many tools.
    ///
    /// @param name which stands where the report does not say who wrote it
    static Tool shared(String name) {
        return new Tool(name, Kind.findings(name), true);
    }

    boolean canBe(Kind other) {
        boolean family = FAMILIES.contains(other.family());
        return other.equals(kind) || family && (shared || other.qualifier().equals(name));
    }

    /// Whether the sender says that a report is this tool's: that decides where the content says nothing.
    boolean declared(Declared declared) {
        Kind said = declared.kind();
        return said != null && (shared ? said.equals(kind) : canBe(said));
    }

    /// The same, where the kind names the tool: that of formatters does not.
    boolean named(Declared declared) {
        return declared(declared) && FAMILIES.contains(kind.family());
    }

    /// {@return the tool as the sender names it, where the format is shared}
    Tool as(Declared declared) {
        Kind said = declared.kind();
        if (said == null) {
            return this;
        }
        return new Tool(said.qualifier().isEmpty() ? name : said.qualifier(), said, shared);
    }
}
