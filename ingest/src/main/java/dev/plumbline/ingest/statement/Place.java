package dev.plumbline.ingest.statement;

import dev.plumbline.http.Problem;

/// Where in the `build` part something stands.
///
/// @param pointer JSON pointer (RFC 6901), empty for the whole document
/// @param line from 1
/// @param column from 1
public record Place(String pointer, int line, int column) {

    /// {@return the place of a member or element below this one}
    String below(String name) {
        return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    /// The form of every refusal of a `build` part.
    Problem refuse(String detail, String fix) {
        String where = pointer.isEmpty() ? "The «build» part" : "Field " + pointer + " of the «build» part";
        return Problem.of(422, "build-part", "The build part was refused", where + " " + detail)
                .with("part", "build")
                .with("pointer", pointer)
                .with("line", line)
                .with("column", column)
                .with("fix", fix);
    }
}
