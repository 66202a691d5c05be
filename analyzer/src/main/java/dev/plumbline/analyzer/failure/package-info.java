/// What happens when something does not work: records that cannot be processed become dead letters, threads that die
/// are
/// replaced within a budget, and past it the process says that it is not well. Nothing is swallowed.
@NullMarked
package dev.plumbline.analyzer.failure;

import org.jspecify.annotations.NullMarked;
