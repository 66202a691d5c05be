package dev.plumbline.ingest.report.format.inventory;

import dev.plumbline.ingest.report.ReportInput;
import dev.plumbline.ingest.report.syntax.Limits;
import dev.plumbline.ingest.report.syntax.MalformedReport;
import dev.plumbline.ingest.report.syntax.Texts;
import dev.plumbline.ingest.report.syntax.Where;
import dev.plumbline.model.evidence.Aliases;
import dev.plumbline.model.evidence.AuditEvidence;
import dev.plumbline.model.evidence.Kind;
import dev.plumbline.model.evidence.Source;
import dev.plumbline.model.evidence.Vulnerability;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The vulnerabilities of a bill of materials. Components are named by references, which may come before or after the
/// vulnerabilities.
final class BomAudit {
    private static final int BYTES_PER_ENTRY = 400;
    private static final String PURL = "pkg:";
    private static final String NAMELESS = "(without an id)";

    private final InventorySheet sheet;
    private final Map<String, Named> components = new HashMap<>();
    private final List<BomVulnerability> open = new ArrayList<>();
    private int entries;
    private int settled;

    private record Named(String name, String version) {}

    BomAudit(InventorySheet sheet) {
        this.sheet = sheet;
    }

    /// A component that vulnerabilities may refer to. A reference that is a package URL says name and version itself.
    void component(@Nullable String reference, @Nullable String name, @Nullable String version) {
        if (reference != null && name != null && !reference.startsWith(PURL)) {
            sheet.allowance().keep(BYTES_PER_ENTRY / 2 + 2L * (reference.length() + name.length()));
            components.put(reference, new Named(name, version == null ? "" : version));
        }
    }

    void add(BomVulnerability vulnerability) {
        if (entries == Limits.ENTRIES) {
            throw new MalformedReport(
                    Where.WHOLE,
                    "The document lists more than " + Limits.ENTRIES + " vulnerabilities.",
                    "Send the vulnerabilities of each component on their own.");
        }
        sheet.allowance()
                .keep(BYTES_PER_ENTRY + 200L * vulnerability.references().size());
        entries++;
        if (vulnerability.settled()) {
            settled++;
        } else {
            open.add(vulnerability);
        }
    }

    int entries() {
        return entries;
    }

    int settled() {
        return settled;
    }

    /// @param listed as below
    AuditEvidence evidence(ReportInput input, Source source, List<Vulnerability> listed) {
        var declared = input.declared().tool();
        Instant ran = sheet.created();
        ran = ran != null ? ran : declared.finishedAt() != null ? declared.finishedAt() : declared.startedAt();
        return new AuditEvidence(
                Kind.AUDIT,
                source,
                ran == null ? input.receivedAt() : ran,
                sheet.components(),
                List.of(),
                listed.subList(0, Math.min(listed.size(), AuditEvidence.LISTED_LIMIT)),
                listed.size());
    }

    /// {@return what stands, by component, each once}. Those without any name cannot be told apart, nor be known to be
    /// one: each stands for itself, behind the others.
    List<Vulnerability> listed() {
        var named = new ArrayList<Vulnerability>();
        var nameless = new ArrayList<Vulnerability>();
        for (BomVulnerability vulnerability : open) {
            List<String> references = vulnerability.references();
            for (String reference : references.isEmpty() ? List.of("") : references) {
                Vulnerability one = vulnerability(vulnerability, reference);
                (one.id().equals(NAMELESS) ? nameless : named).add(one);
            }
        }
        List<Vulnerability> united = Aliases.united(named);
        if (united.size() < named.size()) {
            sheet.notes()
                    .add("Of " + named.size() + " entries on components, " + (named.size() - united.size())
                            + " repeat a vulnerability under another name.");
        }
        var listed = new ArrayList<>(united);
        listed.addAll(nameless);
        return listed;
    }

    private Vulnerability vulnerability(BomVulnerability vulnerability, String reference) {
        Named named = named(reference);
        List<String> names = vulnerability.names().stream()
                .map(name -> Texts.shown(name, BomVulnerability.WORD_CHARS))
                .toList();
        return new Vulnerability(
                names.isEmpty() ? NAMELESS : names.getFirst(),
                names.isEmpty() ? List.of() : names.subList(1, names.size()),
                Texts.shown(named.name(), InventorySheet.NAME_CHARS),
                Texts.shown(named.version(), BomVulnerability.WORD_CHARS),
                vulnerability.severity(),
                List.of());
    }

    /// `urn:cdx:<serial number>/<version>#<reference>` points into another document.
    private Named named(String reference) {
        String local = reference.startsWith("urn:cdx:") ? reference.substring(reference.indexOf('#') + 1) : reference;
        Named known = components.get(local);
        if (known != null) {
            return known;
        }
        String plain = decoded(local);
        if (!plain.startsWith(PURL)) {
            return new Named(plain, "");
        }
        int end = end(plain, '?', end(plain, '#', plain.length()));
        int at = plain.lastIndexOf('@', end - 1);
        int nameEnd = at > plain.lastIndexOf('/', end - 1) ? at : end;
        return new Named(
                plain.substring(plain.lastIndexOf('/', nameEnd - 1) + 1, nameEnd),
                nameEnd < end ? plain.substring(nameEnd + 1, end) : "");
    }

    private static int end(String text, char mark, int otherwise) {
        int at = text.indexOf(mark);
        return at < 0 ? otherwise : Math.min(at, otherwise);
    }

    /// Undoes percent encoding; what is none stays as it is.
    private static String decoded(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int length = 0;
        for (int i = 0; i < bytes.length; i++) {
            int high = bytes[i] == '%' && i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
            int low = high < 0 ? -1 : Character.digit(bytes[i + 2], 16);
            bytes[length++] = (byte) (low < 0 ? bytes[i] : high << 4 | low);
            i += low < 0 ? 0 : 2;
        }
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }
}
