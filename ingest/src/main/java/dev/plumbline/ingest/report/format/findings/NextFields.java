package dev.plumbline.ingest.report.format.findings;

import dev.plumbline.ingest.report.format.findings.JsonLayout.Node;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// What a layout has below the fields of one sort of objects. Those come in the same order in one object
/// after another, and their names are mostly the very same texts: the next one is found without hashing it.
final class NextFields {
    private static final int PLACES = 64;
    private static final int FIRST_PLACES = 8;

    private final Node object;
    private String[] names = new String[FIRST_PLACES];
    private @Nullable Node[] below = new @Nullable Node[FIRST_PLACES];
    private int size;
    private int next;

    NextFields(Node object) {
        this.object = object;
    }

    /// {@return what is below a field of this name; null where nothing of it is read}
    @Nullable
    @SuppressWarnings("ReferenceEquality") // another text of the same letters is looked up
    Node field(String name) {
        int at = next < size ? next : 0;
        for (int i = 0; i < size; i++) {
            if (names[at] == name) {
                next = at + 1;
                return below[at];
            }
            at = at + 1 < size ? at + 1 : 0;
        }
        Node found = object.field(name);
        if (size < PLACES) {
            keep(name, found);
        }
        return found;
    }

    private void keep(String name, @Nullable Node found) {
        if (size == names.length) {
            names = Arrays.copyOf(names, 2 * size);
            below = Arrays.copyOf(below, 2 * size);
        }
        names[size] = name;
        below[size++] = found;
        next = size;
    }
}
