/// Facts about TypeScript and JavaScript: syntax trees come in, counts and places go out.
@NullMarked
package dev.plumbline.collect.typescript;

import org.jspecify.annotations.NullMarked;
