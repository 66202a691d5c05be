package dev.plumbline.analyzer.accounting;

import dev.plumbline.analyzer.accounting.Remark.Weight;
import dev.plumbline.analyzer.standard.PersonaText.Bullet;
import dev.plumbline.analyzer.standard.Pin;
import dev.plumbline.analyzer.standard.PinState;
import dev.plumbline.analyzer.standard.StandardSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What to say of bullets whose words stand at another place now. One that was taken elsewhere is named;
/// those that only count differently since then, because others came or went before them, are told once for
/// their section.
final class Moves {
    private static final int OWNERS = 3;
    private static final int WORDS_CHARS = 60;
    private static final String STANDS = "It is published as it stands now.";

    private final StandardSource source;
    private final List<Remark> remarks = new ArrayList<>();

    private Moves(StandardSource source) {
        this.source = source;
    }

    /// A bullet, where references say that it stands, and these references.
    ///
    /// @param now where it stands
    private record Pinned(String section, int number, Bullet now, List<Pin> pins) {
        boolean stayed() {
            return section.equals(now.section()) && number == now.number();
        }

        int shift() {
            return now.number() - number;
        }
    }

    static List<Remark> of(StandardSource source) {
        var moves = new Moves(source);
        moves.look();
        return moves.remarks;
    }

    private void look() {
        var bySection =
                pinned().stream().collect(Collectors.groupingBy(Pinned::section, TreeMap::new, Collectors.toList()));
        bySection.forEach((section, all) -> {
            var inOrder = inOrder(all.stream()
                    .filter(it -> it.now().section().equals(section))
                    .sorted(Comparator.comparingInt(Pinned::number))
                    .toList());
            all.stream().filter(it -> !inOrder.contains(it)).forEach(this::taken);
            var shifted = all.stream()
                    .filter(it -> inOrder.contains(it) && !it.stayed())
                    .sorted(Comparator.comparingInt(Pinned::number))
                    .toList();
            if (!shifted.isEmpty()) {
                counted(section, shifted);
            }
        });
    }

    private List<Pinned> pinned() {
        var all = new LinkedHashMap<String, Pinned>();
        for (var pin : source.pins()) {
            var bullet = pin.state().bullet();
            if (bullet != null && pin.state().holds()) {
                var clause = pin.clause();
                String place = clause.section() + "\n" + clause.number() + "\n" + clause.digest();
                all.computeIfAbsent(
                                place, _ -> new Pinned(clause.section(), clause.number(), bullet, new ArrayList<>()))
                        .pins()
                        .add(pin);
            }
        }
        return List.copyOf(all.values());
    }

    /// {@return as many bullets as can be that follow one another as they did}
    ///
    /// @param all of one section, in the order in which they stood
    private static Set<Pinned> inOrder(List<Pinned> all) {
        int[] longest = new int[all.size()];
        int[] before = new int[all.size()];
        int end = -1;
        for (int i = 0; i < all.size(); i++) {
            longest[i] = 1;
            before[i] = -1;
            for (int j = 0; j < i; j++) {
                if (all.get(j).now().number() < all.get(i).now().number() && longest[j] >= longest[i]) {
                    longest[i] = longest[j] + 1;
                    before[i] = j;
                }
            }
            end = end < 0 || longest[i] > longest[end] ? i : end;
        }
        var kept = new HashSet<Pinned>();
        for (int i = end; i >= 0; i = before[i]) {
            kept.add(all.get(i));
        }
        return kept;
    }

    private void taken(Pinned it) {
        String text = it.now().text();
        String words = text.length() <= WORDS_CHARS ? text : text.substring(0, WORDS_CHARS) + "…";
        add(
                it.pins().getFirst(),
                "bullet " + it.section() + " " + it.number() + ", «" + words + "», has moved to "
                        + it.now().place() + ", in the same words; " + owners(it.pins()) + " it.",
                STANDS + " To write that down, say section: " + it.now().section() + ", number: "
                        + it.now().number() + ".");
    }

    private void counted(String section, List<Pinned> shifted) {
        int references = shifted.stream().mapToInt(it -> it.pins().size()).sum();
        add(
                shifted.getFirst().pins().getFirst(),
                "in " + section + " " + runs(shifted) + ", in the same words and order, because others came, went or "
                        + "moved; " + references + (references == 1 ? " reference means" : " references mean")
                        + (shifted.size() == 1 ? " it." : " them."),
                STANDS + " The numbers need no correction.");
    }

    /// {@return `bullets 1 to 8 are 2 to 9 now`}
    private static String runs(List<Pinned> shifted) {
        var runs = new ArrayList<String>();
        int from = 0;
        for (int i = 1; i <= shifted.size(); i++) {
            boolean goesOn = i < shifted.size()
                    && shifted.get(i).number() == shifted.get(i - 1).number() + 1
                    && shifted.get(i).shift() == shifted.get(i - 1).shift();
            if (!goesOn) {
                runs.add(run(shifted.get(from), shifted.get(i - 1)));
                from = i;
            }
        }
        return String.join(", ", runs);
    }

    private static String run(Pinned first, Pinned last) {
        return first.number() == last.number()
                ? "bullet " + first.number() + " is " + first.now().number() + " now"
                : "bullets " + first.number() + " to " + last.number() + " are "
                        + first.now().number() + " to " + last.now().number() + " now";
    }

    private static String owners(List<Pin> pins) {
        var names = pins.stream().map(Pin::owner).distinct().toList();
        String listed = String.join(", ", names.subList(0, Math.min(OWNERS, names.size())));
        return names.size() > OWNERS
                ? listed + " and " + (names.size() - OWNERS) + " more mean"
                : listed + (names.size() == 1 ? " means" : " mean");
    }

    private void add(Pin at, String says, String fix) {
        String pointer = at.state() instanceof PinState.Moved ? at.fault() : at.pointer();
        remarks.add(new Remark(Weight.NOTE, source.problem(pointer, says), fix));
    }
}
