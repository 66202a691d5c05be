/// Reading reports: bytes of a file come in, evidence goes out, or a refusal that names the file, the position and
/// the fix. A file's format is recognised by what is in it, never by its name. Pure: no network, no clock, nothing is
/// stored.
///
/// A new format is one class in {@link dev.plumbline.ingest.report.format}, one line in its registry, and files in the
/// tests.
@NullMarked
package dev.plumbline.ingest.report;

import org.jspecify.annotations.NullMarked;
