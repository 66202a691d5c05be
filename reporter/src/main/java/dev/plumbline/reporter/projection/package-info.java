/// The read model: records of the log are folded into an immutable picture of the organisation, kept in memory and
/// rebuilt
/// from the log at every start. Queries read one snapshot each. Every part of it is bounded; each type says how.
@NullMarked
package dev.plumbline.reporter.projection;

import org.jspecify.annotations.NullMarked;
