/// What a standard takes over from the ones that its prose follows: a standard's own rules and a library of others come
/// in, a flat standard goes out, in which the parents are pinned. A parent's rules may be tightened and never loosened.
@NullMarked
package dev.plumbline.analyzer.inheriting;

import org.jspecify.annotations.NullMarked;
