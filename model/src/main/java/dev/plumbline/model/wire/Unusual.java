package dev.plumbline.model.wire;

/// Bytes are not as our encoder writes them: the library reads them instead, and says what is wrong with
/// them if something is. It has no trace, since nobody looks at it.
final class Unusual extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unusual() {
        super("the bytes are not as our encoder writes them", null, false, false);
    }
}
