package dev.plumbline.ingest.report.syntax;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The names of one object's fields, to tell when one comes again. It is used for one object after another.
final class FieldNames {
    private static final int FIRST_SLOTS = 16;
    /// Beyond it a set, which stays fast whatever the names are.
    private static final int SLOTS = 256;

    private String[] slots = empty(FIRST_SLOTS);
    private int[] rounds = new int[FIRST_SLOTS];
    private int round = 1;
    private int count;
    private @Nullable Set<String> many;

    /// Begins the next object.
    void clear() {
        round++;
        count = 0;
        many = null;
    }

    int count() {
        return count;
    }

    /// {@return whether the object has no such field yet}
    boolean add(String name) {
        count++;
        if (many != null) {
            return many.add(name);
        }
        int slot = slot(name);
        if (rounds[slot] == round) {
            return false;
        }
        rounds[slot] = round;
        slots[slot] = name;
        if (count > slots.length / 2) {
            grow();
        }
        return true;
    }

    private int slot(String name) {
        int hash = name.hashCode();
        int slot = (hash ^ hash >>> 16) & slots.length - 1;
        while (rounds[slot] == round && !slots[slot].equals(name)) {
            slot = slot + 1 & slots.length - 1;
        }
        return slot;
    }

    private void grow() {
        String[] names = slots;
        int[] before = rounds;
        if (names.length == SLOTS) {
            many = new HashSet<>();
        } else {
            slots = empty(2 * names.length);
            rounds = new int[slots.length];
        }
        for (int i = 0; i < names.length; i++) {
            if (before[i] != round) {
                continue;
            }
            if (many != null) {
                many.add(names[i]);
            } else {
                int slot = slot(names[i]);
                rounds[slot] = round;
                slots[slot] = names[i];
            }
        }
    }

    private static String[] empty(int length) {
        var names = new String[length];
        Arrays.fill(names, "");
        return names;
    }
}
