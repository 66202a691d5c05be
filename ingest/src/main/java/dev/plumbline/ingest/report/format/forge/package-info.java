/// Events of forges and pipelines, known so that one that is sent in a report's place is answered with where it goes.
/// No evidence comes of them, and nothing of their content is kept.
@NullMarked
package dev.plumbline.ingest.report.format.forge;

import org.jspecify.annotations.NullMarked;
