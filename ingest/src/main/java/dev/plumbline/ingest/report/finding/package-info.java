/// Findings of all tools in one form: path, area, severity, fingerprint, groups. Entries of a report come in, in any
/// order; groups and a sorted list go out. Nothing here knows a format.
@NullMarked
package dev.plumbline.ingest.report.finding;

import org.jspecify.annotations.NullMarked;
