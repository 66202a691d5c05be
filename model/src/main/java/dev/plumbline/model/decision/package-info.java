/// What people decide about standards: exceptions, attestations, and orders to judge again. Comes in from the
/// reporter's API, goes out on the log of decisions. A decision names who took it; it never touches a raw score.
@NullMarked
package dev.plumbline.model.decision;

import org.jspecify.annotations.NullMarked;
