/// The command line. Words come in; what they ask for is done, and its result goes to standard output. Everything
/// else goes to standard error, and what cannot be done is one sentence and exit code 2.
@NullMarked
package dev.plumbline.standalone.command;

import org.jspecify.annotations.NullMarked;
