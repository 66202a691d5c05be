/// The report store: bytes of report files by their digest, and beside them the whole list of findings that was
/// read from them. Staged files of an upload come in and are put in place once the upload is on the log; bytes
/// go out only after their digest was checked. Never deletes what was put in place.
@NullMarked
package dev.plumbline.ingest.store;

import org.jspecify.annotations.NullMarked;
