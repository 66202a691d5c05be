/// The program: its command line, and the process that runs everything. Words from a terminal come in; running
/// services, or one sentence and an exit code, go out. The only code that knows all three services.
@NullMarked
package dev.plumbline.standalone;

import org.jspecify.annotations.NullMarked;
