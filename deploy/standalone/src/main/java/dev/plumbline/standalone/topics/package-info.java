/// Topics as the manifest wants them: made where they are missing, compared where they are there. A manifest and a
/// connection come in; differences go out. Never changes or deletes a topic that exists.
@NullMarked
package dev.plumbline.standalone.topics;

import org.jspecify.annotations.NullMarked;
