/// Formats of linters, type checkers, formatters and scanners of source code. A report comes in, findings in one form
/// go
/// out. Formats that differ only in the names of their fields or in the look of a line are rows of a table, not
/// classes.
@NullMarked
package dev.plumbline.ingest.report.format.findings;

import org.jspecify.annotations.NullMarked;
