/// Readers of what secret scanners write: report files come in, findings of the kind `secrets` go out. A secret itself
/// is never taken from a file, neither into evidence nor into a note or a refusal: rule and place are enough.
@NullMarked
package dev.plumbline.ingest.report.format.secrets;

import org.jspecify.annotations.NullMarked;
