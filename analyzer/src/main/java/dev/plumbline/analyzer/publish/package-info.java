/// Standards and bindings, compiled and checked, onto the log: every partition in one transaction, each version once.
@NullMarked
package dev.plumbline.analyzer.publish;

import org.jspecify.annotations.NullMarked;
