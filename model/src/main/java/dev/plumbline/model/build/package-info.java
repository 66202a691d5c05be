/// One CI run of one commit: who it belongs to, where it stands on its branch, what it promises to send.
/// Comes in from the `build` part of an upload; goes out on every record of the log. Never reads a clock.
@NullMarked
package dev.plumbline.model.build;

import org.jspecify.annotations.NullMarked;
