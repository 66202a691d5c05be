package dev.plumbline.analyzer.comparing;

import dev.plumbline.analyzer.build.BuildOrder;
import dev.plumbline.model.build.Build;
import dev.plumbline.model.build.Lineage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The newest final builds of one component's default branch.
///
/// @param newestFirst at most {@link #KEPT}: the one before the newest is what a late revision of the newest compares
/// with
public record Baselines(List<Baseline> newestFirst) {
    public static final int KEPT = 2;
    public static final Baselines NONE = new Baselines(List.of());

    public Baselines {
        newestFirst = newestFirst.stream()
                .sorted(Comparator.comparing(Baseline::order).reversed())
                .limit(KEPT)
                .toList();
    }

    /// {@return what a build is compared with; null where there is nothing older to compare it with}
    public @Nullable Baseline against(Build build, BuildOrder order) {
        var others = newestFirst.stream()
                .filter(kept -> !kept.build().equals(order.id()))
                .toList();
        return switch (build.lineage()) {
            case Lineage.DefaultBranch _ ->
                others.isEmpty() || !order.isAfter(others.getFirst().order()) ? null : others.getFirst();
            case Lineage.ChangeRequest request ->
                others.stream()
                        .filter(kept -> kept.commit().equals(request.mergeBase()))
                        .findFirst()
                        .orElse(others.isEmpty() ? null : others.getFirst());
            case Lineage.SideBranch _ -> null;
        };
    }

    /// Whether a final build becomes the newest of its branch, or is it already: never an older one, never a further
    /// run of
    /// the commit that stands there, never a change request.
    public boolean movedBy(Build build, BuildOrder order) {
        if (!build.lineage().isDefault()) {
            return false;
        }
        if (newestFirst.isEmpty() || newestFirst.getFirst().build().equals(order.id())) {
            return true;
        }
        var newest = newestFirst.getFirst();
        return order.isAfter(newest.order())
                && !newest.commit().equals(build.key().commit());
    }

    public Baselines with(Baseline baseline) {
        var all = new ArrayList<Baseline>();
        all.add(baseline);
        newestFirst.stream()
                .filter(kept -> !kept.build().equals(baseline.build()))
                .forEach(all::add);
        return new Baselines(all);
    }
}
