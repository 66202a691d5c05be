package dev.plumbline.ingest.report.format.audit;

import dev.plumbline.ingest.report.finding.Finding;
import dev.plumbline.model.evidence.Severity;

/// One alert of ZAP. Its risk, 3 to 0, is HIGH, MEDIUM, LOW and INFO; a confidence of 0 is ZAP's mark for a false
/// positive.
final class Alert {
    private String rule = "";
    private String name = "";
    private String risk = "";
    private String confidence = "";

    /// {@return whether the field is one that is read}
    static boolean reads(String field) {
        return switch (field) {
            case "pluginid", "alert", "name", "riskcode", "confidence" -> true;
            default -> false;
        };
    }

    void field(String field, String value) {
        switch (field) {
            case "pluginid" -> rule = value;
            case "alert" -> name = value;
            case "name" -> name = name.isEmpty() ? value : name;
            case "riskcode" -> risk = value;
            case "confidence" -> confidence = value;
            default -> throw new IllegalArgumentException(field);
        }
    }

    boolean nameless() {
        return rule.isEmpty() && name.isEmpty();
    }

    void into(ScanSheet sheet, String site) {
        Severity severity = switch (risk) {
            case "3" -> Severity.HIGH;
            case "2" -> Severity.MEDIUM;
            case "1" -> Severity.LOW;
            case "0" -> Severity.INFO;
            default -> Severity.UNSTATED;
        };
        sheet.add(
                rule.isEmpty() ? name : rule,
                severity,
                site.isEmpty() ? name : name + " (" + site + ")",
                confidence.equals("0") ? Finding.State.SUPPRESSED : Finding.State.OPEN);
    }
}
