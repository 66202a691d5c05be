/// The API: pictures of the read model go out as JSON, one view record for each shape. What is unknown is null and says
/// why, never zero. Reads only; what may be written is in `decide`.
@NullMarked
package dev.plumbline.reporter.rest;

import org.jspecify.annotations.NullMarked;
