/// Standards and bindings: files and published records in, compiled rules and the question «who gets which» out. Pure:
/// reads no clock, no disk but the class path, no topic.
@NullMarked
package dev.plumbline.analyzer.standard;

import org.jspecify.annotations.NullMarked;
