/// Reading report files on this machine, without any service: files come in, what the readers make of them goes out.
/// Nothing is sent or kept.
@NullMarked
package dev.plumbline.standalone.read;

import org.jspecify.annotations.NullMarked;
