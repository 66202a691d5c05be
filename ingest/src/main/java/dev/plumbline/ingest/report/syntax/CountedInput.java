package dev.plumbline.ingest.report.syntax;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Counts the bytes that were taken.
final class CountedInput extends FilterInputStream {
    private long taken;

    CountedInput(InputStream in) {
        super(in);
    }

    long taken() {
        return taken;
    }

    @Override
    public int read() throws IOException {
        int octet = super.read();
        taken += octet < 0 ? 0 : 1;
        return octet;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        int n = super.read(target, from, length);
        taken += Math.max(0, n);
        return n;
    }
}
