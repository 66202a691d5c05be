/// Standards as people keep them: folders with a persona, a standard and its fixtures come in; what the commands print
/// or write goes out. What is right and wrong about them is decided by the analyzer's own code.
@NullMarked
package dev.plumbline.standalone.standards;

import org.jspecify.annotations.NullMarked;
