package dev.plumbline.ingest.report.format.findings;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The values of one JSON object that a layout asks for, by their path inside it, such as
/// `location/lines/begin`. What an object does not have is looked for in the one around it.
public final class Row {
    private static final String SPACES = " \t\n\u000B\f\r";
    private static final int DIGITS = 9;
    private static final long MOST = 1_000_000_000;
    private static final int FIRST_VALUES = 8;

    private final @Nullable Row outer;
    /// A layout asks for a handful of values: going through them is faster than hashing their paths.
    private String[] names = new String[FIRST_VALUES];

    /// The text of a number is made when somebody asks for it.
    private @Nullable String[] values = new @Nullable String[FIRST_VALUES];

    private long[] numbers = new long[FIRST_VALUES];
    private int size;

    Row(@Nullable Row outer) {
        this.outer = outer;
    }

    /// The first of several values of one path is kept.
    ///
    /// @param path as its layout has it: the very same text each time
    void put(String path, String value) {
        put(path, value, 0);
    }

    /// The same for a number of at most 15 digits.
    void put(String path, long number) {
        put(path, null, number);
    }

    @SuppressWarnings("ReferenceEquality")
    private void put(String path, @Nullable String value, long number) {
        for (int i = 0; i < size; i++) {
            if (names[i] == path) {
                return;
            }
        }
        if (size == names.length) {
            names = Arrays.copyOf(names, 2 * size);
            values = Arrays.copyOf(values, 2 * size);
            numbers = Arrays.copyOf(numbers, 2 * size);
        }
        names[size] = path;
        numbers[size] = number;
        values[size++] = value;
    }

    /// {@return whether there is something}
    private boolean says(int at) {
        String value = values[at];
        return value == null || !value.isEmpty();
    }

    private String value(int at) {
        String value = values[at];
        if (value == null) {
            value = Long.toString(numbers[at]);
            values[at] = value;
        }
        return value;
    }

    @SuppressWarnings("ReferenceEquality") // paths of a layout are mostly the very same; others are compared below
    private int index(String paths, int from, int to) {
        if (to - from == paths.length()) {
            for (int i = 0; i < size; i++) {
                if (names[i] == paths) {
                    return i;
                }
            }
        }
        for (int i = 0; i < size; i++) {
            if (names[i].length() == to - from && paths.startsWith(names[i], from)) {
                return i;
            }
        }
        return -1;
    }

    /// {@return the first value that there is; null where there is none}
    ///
    /// @param paths separated by `|`
    public @Nullable String find(String paths) {
        int at = first(paths);
        if (at >= 0) {
            return value(at);
        }
        return outer == null ? null : outer.find(paths);
    }

    /// {@return where the first value stands that there is; -1 where there is none}
    @SuppressWarnings(
            "ReferenceEquality") // most values are asked for by one path, the very same; others are looked for
    private int first(String paths) {
        for (int i = 0; i < size; i++) {
            if (names[i] == paths && says(i)) {
                return i;
            }
        }
        for (int from = 0; from <= paths.length(); ) {
            int bar = paths.indexOf('|', from);
            int to = bar < 0 ? paths.length() : bar;
            int at = index(paths, from, to);
            if (at >= 0 && says(at)) {
                return at;
            }
            from = to + 1;
        }
        return -1;
    }

    /// {@return the values of the object around this one; null where nothing around it is read}
    public @Nullable Row around() {
        return outer;
    }

    public String text(String paths) {
        String value = find(paths);
        return value == null ? "" : value;
    }

    /// {@return the number with which the value begins; 0 where it begins with none}
    public int number(String paths) {
        int at = first(paths);
        if (at < 0) {
            return outer == null ? 0 : outer.number(paths);
        }
        String text = values[at];
        if (text == null || numbers[at] != 0) {
            return beginning(numbers[at]);
        }
        int from = 0;
        while (from < text.length() && SPACES.indexOf(text.charAt(from)) >= 0) {
            from++;
        }
        int number = 0;
        for (int i = from; i < Math.min(text.length(), from + DIGITS); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return number;
            }
            number = 10 * number + digit;
        }
        return number;
    }

    private static int beginning(long number) {
        long some = Math.max(0, number);
        while (some >= MOST) {
            some /= 10;
        }
        return (int) some;
    }

    public boolean flag(String paths) {
        return text(paths).equals("true");
    }
}
