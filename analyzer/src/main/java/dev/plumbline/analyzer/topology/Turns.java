package dev.plumbline.analyzer.topology;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/// The numbers under which a standard or binding came, was withdrawn, came again, and so on.
record Turns(List<Long> numbers) {
    static final Turns NONE = new Turns(List.of());

    Turns {
        numbers = List.copyOf(numbers);
    }

    Turns and(long number) {
        var all = new ArrayList<>(numbers);
        all.add(number);
        return new Turns(all);
    }

    /// Whether it has come and is not withdrawn.
    boolean stands() {
        return shownIn(Long.MAX_VALUE);
    }

    boolean shownIn(long view) {
        return numbers.stream().filter(number -> number <= view).count() % 2 == 1;
    }

    /// {@return the newest; 0 where there is none}
    long last() {
        return numbers.isEmpty() ? 0 : numbers.getLast();
    }

    byte[] encode() {
        var bytes = ByteBuffer.allocate(numbers.size() * Long.BYTES);
        numbers.forEach(bytes::putLong);
        return bytes.array();
    }

    static Turns decode(byte[] row) {
        var numbers = new ArrayList<Long>();
        for (var bytes = ByteBuffer.wrap(row); bytes.hasRemaining(); ) {
            numbers.add(bytes.getLong());
        }
        return new Turns(numbers);
    }
}
