package dev.plumbline.ingest.report.syntax;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// What comes out of a packed file, under limits on its length and on how much it grows. A damaged file ends as
/// {@link MalformedReport}.
final class UnpackedInput extends FilterInputStream {
    static final int BUFFER = 16 * 1024;

    private final CountedInput packed;
    private final String what;
    private long unpacked;

    /// @param what «gzip file»
    UnpackedInput(InputStream in, CountedInput packed, String what) {
        super(in);
        this.packed = packed;
        this.what = what;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        int n;
        try {
            n = super.read(target, from, length);
        } catch (IOException e) {
            throw damaged(what, e);
        }
        unpacked += Math.max(0, n);
        if (unpacked > Limits.DOCUMENT_BYTES) {
            throw refused("is longer than " + (Limits.DOCUMENT_BYTES >> 20) + " MiB when unpacked");
        }
        if (unpacked > Limits.UNMEASURED_BYTES && unpacked / Limits.UNPACKED_RATIO > packed.taken()) {
            throw refused("grows to more than " + Limits.UNPACKED_RATIO + " times its length when unpacked");
        }
        return n;
    }

    private MalformedReport refused(String doesWhat) {
        return new MalformedReport(
                Where.WHOLE, "The " + what + " " + doesWhat + ".", "Send the report itself, or split it.");
    }

    static MalformedReport damaged(String what, Exception problem) {
        String message = problem.getMessage() == null ? "it ends too early" : Texts.shown(problem.getMessage(), 100);
        return new MalformedReport(
                Where.WHOLE,
                "The " + what + " is damaged or cut off: " + message + ".",
                "Pack the report again and send it, or send the report itself.");
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
