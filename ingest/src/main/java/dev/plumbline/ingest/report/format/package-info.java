/// One reader a format, and the registry that lists them. A reader says what it recognises, what it takes from a
/// report and what it leaves; the sources of the format's definition stand at its head.
@NullMarked
package dev.plumbline.ingest.report.format;

import org.jspecify.annotations.NullMarked;
