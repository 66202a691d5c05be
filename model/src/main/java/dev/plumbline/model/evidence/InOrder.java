package dev.plumbline.model.evidence;

import java.util.Collection;
import java.util.List;

/// Lists in their natural order, each element once. What is read from the log has that order already: then
/// it is looked at, not sorted.
public final class InOrder {
    private InOrder() {}

    public static <T extends Comparable<? super T>> List<T> of(Collection<T> elements) {
        return elements instanceof List<T> list && ascends(list, 0)
                ? List.copyOf(list)
                : elements.stream().distinct().sorted().toList();
    }

    /// {@return all elements in their order, equal ones beside each other}
    public static <T extends Comparable<? super T>> List<T> all(List<T> elements) {
        return ascends(elements, 1)
                ? List.copyOf(elements)
                : elements.stream().sorted().toList();
    }

    /// {@return the first elements, at most so many}
    public static <T> List<T> first(List<T> elements, int limit) {
        return List.copyOf(elements.size() > limit ? elements.subList(0, limit) : elements);
    }

    /// @param from how the comparison with the next must not come out, or above
    private static <T extends Comparable<? super T>> boolean ascends(List<T> list, int from) {
        for (int i = 1; i < list.size(); i++) {
            if (list.get(i - 1).compareTo(list.get(i)) >= from) {
                return false;
            }
        }
        return true;
    }
}
