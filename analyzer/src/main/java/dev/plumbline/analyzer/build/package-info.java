/// Uploads of one build in, the assembled build out: merged, ordered, closed, completed by what may be carried.
/// Pure: every moment comes in as data, and the result is the same for every order and repetition of the uploads.
@NullMarked
package dev.plumbline.analyzer.build;

import org.jspecify.annotations.NullMarked;
