package dev.plumbline.model.evidence;

import java.util.Collection;
import java.util.List;

/// Lists in their natural order, each element once. What is read from the log has that order already: then
/// it is looked at, not sorted.
public final class InOrder {
    private InOrder() {}

    public static <T extends Comparable<? super T>> List<T> of(Collection<T> elements) {
        return elements instanceof List<T> list && ascends(list)
                ? List.copyOf(list)
                : elements.stream().distinct().sorted().toList();
    }

    private static <T extends Comparable<? super T>> boolean ascends(List<T> list) {
        for (int i = 1; i < list.size(); i++) {
            if (list.get(i - 1).compareTo(list.get(i)) >= 0) {
                return false;
            }
        }
        return true;
    }
}
