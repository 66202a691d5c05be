/// Onto the log. An accepted upload comes in, is made to fit one record, and is on `evidence.v1` with `acks=all` when
/// {@link EvidencePublisher#publish} says so. Holds the only producer of this service; never creates a topic.
@NullMarked
package dev.plumbline.ingest.publish;

import org.jspecify.annotations.NullMarked;
