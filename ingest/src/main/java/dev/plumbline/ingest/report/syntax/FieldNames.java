package dev.plumbline.ingest.report.syntax;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The names of one object's fields, to tell when one comes again. It is used for one object after another,
/// and those mostly have the same fields in the same order: as long as an object's names come in the order
/// in which the names of one before came, whichever of them are left out, none comes twice.
final class FieldNames {
    private static final int FIRST_SLOTS = 16;
    /// Beyond it a set, which stays fast whatever the names are.
    private static final int SLOTS = 256;

    /// Names whose order is remembered, one bit of {@link #met} each.
    private static final int ORDERED = Long.SIZE;
    /// So many names of the object before may be left out at one place.
    private static final int LEFT_OUT = 4;

    private @Nullable JsonField[] order = new @Nullable JsonField[FIRST_SLOTS];
    private int ordered;
    private int at;
    private long met;
    private boolean inOrder = true;
    private String[] slots = empty(FIRST_SLOTS);
    private int[] rounds = new int[FIRST_SLOTS];
    private int round = 1;
    private int count;
    private @Nullable Set<String> many;

    /// Begins the next object.
    void clear() {
        if (!inOrder) {
            ordered = Math.min(count, ORDERED);
            inOrder = true;
            round++;
            many = null;
        }
        at = 0;
        met = 0;
        count = 0;
    }

    int count() {
        return count;
    }

    /// {@return the field that comes next where this object is like the one before; null where nothing is
    /// known of it}
    @Nullable
    JsonField expected() {
        return inOrder && at < ordered ? order[at] : null;
    }

    /// {@return the field whose name was added last; null where it is not remembered}
    @Nullable
    JsonField added() {
        int last = (inOrder ? at : count) - 1;
        return last < ORDERED ? order[last] : null;
    }

    /// The expected field came.
    void meet() {
        met |= 1L << at;
        at++;
        count++;
    }

    /// {@return whether the object has no such field yet}
    @SuppressWarnings("ReferenceEquality") // a name that comes again is mostly the very same; others are compared below
    boolean add(JsonName name) {
        if (inOrder) {
            for (int i = at; i < ordered && i <= at + LEFT_OUT; i++) {
                JsonField known = order[i];
                if (known != null && known.name() == name) {
                    at = i;
                    meet();
                    return true;
                }
            }
            leaveOrder();
        }
        return addUnordered(name);
    }

    /// From here on the object has an order of its own, which the next one is compared with.
    private void leaveOrder() {
        inOrder = false;
        int known = 0;
        for (int i = 0; i < at; i++) {
            JsonField field = order[i];
            if (field != null && (met & 1L << i) != 0) {
                order[i] = order[known];
                order[known++] = field;
                put(field.name().text());
            }
        }
    }

    @SuppressWarnings("ReferenceEquality") // a field that is remembered in vain is made again
    private boolean addUnordered(JsonName named) {
        String name = named.text();
        if (many == null) {
            int slot = slot(name);
            if (rounds[slot] == round) {
                return false;
            }
            rounds[slot] = round;
            slots[slot] = name;
        } else if (!many.add(name)) {
            return false;
        }
        if (count < ORDERED) {
            if (count == order.length) {
                order = Arrays.copyOf(order, ORDERED);
            }
            JsonField before = order[count];
            if (before == null || before.name() != named) {
                order[count] = new JsonField(named);
            }
        }
        if (++count > slots.length / 2 && many == null) {
            grow();
        }
        return true;
    }

    private void put(String name) {
        int slot = slot(name);
        rounds[slot] = round;
        slots[slot] = name;
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
                put(names[i]);
            }
        }
    }

    private static String[] empty(int length) {
        var names = new String[length];
        Arrays.fill(names, "");
        return names;
    }
}
