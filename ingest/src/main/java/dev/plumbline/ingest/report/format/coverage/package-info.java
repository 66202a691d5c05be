/// Readers of coverage and of mutation reports, and what they share: lines, branches, statements and methods by file,
/// each counted once however often a report lists it.
@NullMarked
package dev.plumbline.ingest.report.format.coverage;

import org.jspecify.annotations.NullMarked;
