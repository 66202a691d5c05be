/// What a new version of a standard changes: two standards come in, sentences and the step of the version that they
/// demand go out. Nothing is judged here.
@NullMarked
package dev.plumbline.analyzer.revising;

import org.jspecify.annotations.NullMarked;
