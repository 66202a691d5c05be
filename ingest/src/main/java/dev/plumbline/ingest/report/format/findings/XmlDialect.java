package dev.plumbline.ingest.report.format.findings;

import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.syntax.XmlCursor;

/// One tool's XML report.
///
/// @param root name of the root element
/// @param errors what the figure `errors` counts
/// @param body takes what stands in the root element, on whose start the cursor stands
record XmlDialect(String format, Tool tool, FormatPage page, String root, FindingsSheet.Errors errors, Body body) {
    @FunctionalInterface
    interface Body {
        void read(XmlCursor xml, FindingsSheet sheet);
    }
}
