/// Readers of audits: checks of dependencies, images and running sites against what is known to be vulnerable.
@NullMarked
package dev.plumbline.ingest.report.format.audit;

import org.jspecify.annotations.NullMarked;
