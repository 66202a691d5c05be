package dev.plumbline.ingest.report.format.audit;

import dev.plumbline.ingest.report.Head;
import dev.plumbline.ingest.report.Recognition;
import dev.plumbline.ingest.report.Shape;
import java.util.Arrays;
import java.util.Set;

/// Looks at the beginning of JSON files. Behind a long list the fields of the root are out of sight; then a
/// name that stands in the list's entries shows the format.
final class Look {
    /// Fields of look-alikes: inventories, GitLab's envelope and others in which the same names stand
    /// deeper inside.
    private static final Set<String> STRANGE =
            Set.of("bomFormat", "spdxVersion", "scan", "remediations", "report_meta", "auditReportVersion");

    private Look() {}

    /// An object with a field, and besides with one of others, or with one of the hints in its text.
    static Recognition object(Head head, String field, Set<String> beside, String... hints) {
        if (!(head.shape() instanceof Shape.JsonObject object)) {
            return Recognition.apart("it is a JSON object");
        }
        return fits(object.fields(), head, field, beside, hints)
                ? Recognition.MATCH
                : Recognition.alike(() -> "it has the fields " + field + " and "
                        + String.join(" or ", beside.stream().sorted().toList()) + ", here it has not");
    }

    /// The same, or a list of such objects.
    static Recognition objects(Head head, String field, Set<String> beside, String... hints) {
        if (head.shape() instanceof Shape.JsonArray array) {
            return fits(array.itemFields(), head, field, beside, hints)
                    ? Recognition.MATCH
                    : Recognition.alike(() -> "its entries have the fields " + field + " and "
                            + String.join(" or ", beside.stream().sorted().toList()) + ", here they have not");
        }
        return object(head, field, beside, hints);
    }

    private static boolean fits(Set<String> fields, Head head, String field, Set<String> beside, String... hints) {
        return fields.contains(field)
                && STRANGE.stream().noneMatch(fields::contains)
                && (beside.stream().anyMatch(fields::contains)
                        || Arrays.stream(hints).anyMatch(head::has));
    }
}
