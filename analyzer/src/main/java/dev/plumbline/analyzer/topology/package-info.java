/// The thin shell: records from the log in, the pure engine's answers onto the log. One sub-topology, one processor,
/// named
/// and bounded stores. No input or output but Kafka's; no clock but that of the punctuation, and that only to fire
/// timers.
@NullMarked
package dev.plumbline.analyzer.topology;

import org.jspecify.annotations.NullMarked;
