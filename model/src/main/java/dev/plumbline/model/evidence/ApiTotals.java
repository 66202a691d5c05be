package dev.plumbline.model.evidence;

/// Counts of an API description's operations.
///
/// @param versioned operations whose path or server names a version, such as `/v1/`
/// @param secured operations that demand a security scheme, their own or the document's
/// @param described operations with a summary or a description
/// @param schemas schemas that the document names, to be referred to
public record ApiTotals(int operations, int versioned, int secured, int described, int schemas) {
    public ApiTotals {
        if (versioned < 0
                || secured < 0
                || described < 0
                || schemas < 0
                || operations < Math.max(versioned, Math.max(secured, described))) {
            throw new IllegalArgumentException(
                    "counts of an API must satisfy 0 ≤ part ≤ operations: operations " + operations + ", versioned "
                            + versioned + ", secured " + secured + ", described " + described + ", schemas " + schemas);
        }
    }

    public ApiTotals plus(ApiTotals other) {
        return new ApiTotals(
                operations + other.operations,
                versioned + other.versioned,
                secured + other.secured,
                described + other.described,
                schemas + other.schemas);
    }
}
