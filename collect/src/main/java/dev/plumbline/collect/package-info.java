/// Reads a working tree and counts what standards ask for: a folder comes in, facts go out. Never runs anything that it
/// reads, never follows a link outside, never speaks to the network.
@NullMarked
package dev.plumbline.collect;

import org.jspecify.annotations.NullMarked;
