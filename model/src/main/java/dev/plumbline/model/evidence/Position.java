package dev.plumbline.model.evidence;

/// Where a finding lies and what the tool says of it.
///
/// @param path below the repository's root, as far as the report lets one know
/// @param line from 1; 0 where the finding is about the whole file
/// @param message at most 200 characters
public record Position(String path, int line, String message) {
    @Override
    public String toString() {
        return line == 0 ? path : path + ":" + line;
    }
}
