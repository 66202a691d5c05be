/// Readers of what is known of a whole program: bills of materials, scorecards of projects, statements about artefacts,
/// descriptions of interfaces. Documents come in; inventories, audits, findings, tests and API evidence go out.
/// Signatures are not verified here.
@NullMarked
package dev.plumbline.ingest.report.format.inventory;

import org.jspecify.annotations.NullMarked;
