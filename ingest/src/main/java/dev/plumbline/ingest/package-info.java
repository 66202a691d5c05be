/// Report files in, evidence on the log out. {@link IngestApp} puts the parts together: the door (`http`), what
/// an upload says of its build (`statement`), reading of reports (`report`), the report store (`store`), the
/// producer (`publish`) and the waiting for a verdict (`await`). Never judges, never creates a topic.
@NullMarked
package dev.plumbline.ingest;

import org.jspecify.annotations.NullMarked;
