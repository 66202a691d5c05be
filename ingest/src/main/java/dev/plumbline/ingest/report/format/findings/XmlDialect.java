package dev.plumbline.ingest.report.format.findings;

import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.syntax.XmlCursor;

/// One tool's XML report.
///
/// @param root name of the root element, alternatives separated by `|`
/// @param sign attribute of the root element, or parts of its namespace, which have slashes, separated by
///     `|`, or an element that stands near the beginning, in its brackets; empty where its name is enough
/// @param errors what the figure `errors` counts
/// @param body takes what stands in the root element, on whose start the cursor stands
record XmlDialect(
        String format, Tool tool, FormatPage page, String root, String sign, FindingsSheet.Errors errors, Body body) {
    XmlDialect(String format, Tool tool, FormatPage page, String root, FindingsSheet.Errors errors, Body body) {
        this(format, tool, page, root, "", errors, body);
    }

    @FunctionalInterface
    interface Body {
        void read(XmlCursor xml, FindingsSheet sheet);
    }
}
