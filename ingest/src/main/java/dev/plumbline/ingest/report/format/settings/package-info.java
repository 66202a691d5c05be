/// Readers of tools' configurations: which rules ran, and the settings that rules of standards ask for. Without them
/// the
/// absence of findings says nothing.
@NullMarked
package dev.plumbline.ingest.report.format.settings;

import org.jspecify.annotations.NullMarked;
