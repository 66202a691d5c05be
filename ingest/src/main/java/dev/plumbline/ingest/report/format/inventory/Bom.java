package dev.plumbline.ingest.report.format.inventory;

import dev.plumbline.ingest.report.Reading;
import dev.plumbline.ingest.report.ReportInput;
import dev.plumbline.ingest.report.ReportReader;
import dev.plumbline.ingest.report.syntax.Allowance;
import dev.plumbline.ingest.report.syntax.Texts;
import dev.plumbline.model.evidence.Evidence;
import dev.plumbline.model.evidence.Kind;
import dev.plumbline.model.evidence.Vulnerability;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A CycloneDX document, in whatever syntax. It is an inventory, and an audit too when it lists vulnerabilities: many
/// tools write an empty list of them without having looked, so that an empty one counts as an audit only when the
/// sender says so.
final class Bom {
    private static final int UUID_CHARS = 36;
    private static final Set<String> TYPES = Set.of(
            "application",
            "framework",
            "library",
            "container",
            "operating-system",
            "device",
            "firmware",
            "file",
            "platform",
            "device-driver",
            "machine-learning-model",
            "data",
            "cryptographic-asset");

    private final InventorySheet sheet;
    private final BomAudit audit;
    private boolean inventory;

    Bom(Allowance allowance) {
        sheet = new InventorySheet("CycloneDX", allowance);
        audit = new BomAudit(sheet);
        List.of("services", "dependencies").forEach(sheet::applies);
    }

    InventorySheet sheet() {
        return sheet;
    }

    BomAudit audit() {
        return audit;
    }

    /// The document has a list of components, if only an empty one.
    void inventory() {
        inventory = true;
    }

    boolean isInventory() {
        return inventory;
    }

    void format(@Nullable String stated) {
        if (!"CycloneDX".equals(stated)) {
            sheet.notes()
                    .add("The document calls its format «" + Texts.shown(String.valueOf(stated), 60)
                            + "», which CycloneDX does not allow; it was read as CycloneDX.");
        }
    }

    void serialNumber(@Nullable String stated) {
        String start = "urn:uuid:";
        if (stated != null && !(stated.startsWith(start) && stated.length() == start.length() + UUID_CHARS)) {
            sheet.notes().add("The serial number «" + Texts.shown(stated, 60) + "» is no UUID.");
        }
    }

    void add(BomComponent component) {
        String type = component.type;
        if (type != null && !TYPES.contains(type)) {
            sheet.notes()
                    .add("«" + Texts.shown(type, 60) + "» is not one of CycloneDX' types of components; it counts all "
                            + "the same.");
        }
        sheet.component(
                InventorySheet.key(component.purl, component.group, component.name, component.version),
                component.licences);
        audit.component(component.reference, component.name, component.version);
    }

    Reading reading(ReportReader reader, ReportInput input) {
        Kind declared = input.declared().kind();
        boolean asked = Kind.AUDIT.equals(declared);
        if (asked && audit.entries() == 0) {
            sheet.notes().add("The document lists no vulnerabilities; that they were looked for is the sender's word.");
        }
        if (audit.settled() > 0) {
            sheet.notes()
                    .add(audit.settled() + " vulnerabilities do not count: an analysis says that they are resolved, "
                            + "false or do not affect.");
        }
        boolean audited = asked || declared == null && audit.entries() > 0;
        boolean listed = !asked && (inventory || !audited);
        if (Kind.INVENTORY.equals(declared) && audit.entries() > 0) {
            sheet.notes()
                    .add(String.format(
                            Locale.ROOT,
                            "The %d vulnerabilities were not read: the report was declared as an inventory.",
                            audit.entries()));
        }
        var vulnerabilities = audited ? audit.listed() : List.<Vulnerability>of();
        var source = sheet.source(reader, input);
        var evidence = new ArrayList<Evidence>();
        if (listed) {
            evidence.add(sheet.evidence(source));
        }
        if (audited) {
            evidence.add(audit.evidence(input, source, vulnerabilities));
        }
        var figures = sheet.figures().put("vulnerabilities", audit.entries()).put("suppressed", audit.settled());
        return new Reading(evidence, List.of(), figures.build());
    }
}
