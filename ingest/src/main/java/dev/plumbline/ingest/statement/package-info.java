/// What an upload says of its build. The bytes of the `build` part come in; a checked {@link Statement} goes out, or a
/// refusal with the field, its line and column, and what to write instead. Knows no HTTP body, no file and no topic.
@NullMarked
package dev.plumbline.ingest.statement;

import org.jspecify.annotations.NullMarked;
