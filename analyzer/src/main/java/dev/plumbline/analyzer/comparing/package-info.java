/// A final scorecard and the baseline in, the changes between them out, each with its cause.
/// Pure. Compares only what was judged by the same rule; never says that code changed where something else did.
@NullMarked
package dev.plumbline.analyzer.comparing;

import org.jspecify.annotations.NullMarked;
