/// Somebody's own prose under a shipped standard: their persona and our standard come in, a standard that is pinned to
/// their text goes out, with an account of what was paired with what.
@NullMarked
package dev.plumbline.analyzer.adopting;

import org.jspecify.annotations.NullMarked;
