package dev.plumbline.model.wire;

/// The bytes of a record are not what its topic holds. The message says what is wrong and where.
public final class UndecodableException extends RuntimeException {
    public UndecodableException(String message, Throwable cause) {
        super(message, cause);
    }
}
