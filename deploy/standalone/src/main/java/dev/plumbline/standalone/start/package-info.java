/// What must hold before anything starts: a data folder of one's own, a free port. In goes what the user asked for; out
/// goes the thing itself, held, or a refusal in one sentence. Never starts anything.
@NullMarked
package dev.plumbline.standalone.start;

import org.jspecify.annotations.NullMarked;
