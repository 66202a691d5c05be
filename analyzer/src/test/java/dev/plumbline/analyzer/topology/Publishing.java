package dev.plumbline.analyzer.topology;

import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What is published and catalogued, by plain means: which version holds for the one repository, and by
/// which binding.
final class Publishing {
    private final Set<String> standing = new TreeSet<>(Set.of("standard:py:1.0.0", "binding:default:1"));
    private boolean payments;

    /// {@return the version that a re-scoring is of; null where there is none}
    @Nullable
    String happen(RandomHistory.Event event) {
        return switch (event) {
            case RandomHistory.Event.Catalogued catalogued -> {
                payments = catalogued.team().equals("payments");
                yield null;
            }
            case RandomHistory.Event.Published published ->
                standing.add(published.key()) ? concerned(published.key()) : null;
            case RandomHistory.Event.Withdrawn withdrawn -> {
                var concerned = standing.contains(withdrawn.key()) ? concerned(withdrawn.key()) : null;
                standing.remove(withdrawn.key());
                yield concerned;
            }
        };
    }

    private @Nullable String concerned(String key) {
        if (key.startsWith("standard:")) {
            boolean bound = standing.stream().anyMatch(one -> one.startsWith("binding:"));
            return bound ? key.substring("standard:py:".length()) : null;
        }
        return newest(standing);
    }

    private static @Nullable String newest(Set<String> standing) {
        if (standing.contains("standard:py:1.1.0")) {
            return "1.1.0";
        }
        return standing.contains("standard:py:1.0.0") ? "1.0.0" : null;
    }

    /// {@return the version that holds; null where none does}
    @Nullable
    String version() {
        return version(standing);
    }

    /// {@return the version that holds where all that is published is this}
    @Nullable
    String version(Set<String> published) {
        return binding(published) == null ? null : newest(published);
    }

    Set<String> standing() {
        return Set.copyOf(standing);
    }

    /// {@return all that a scorecard says of what holds; null where nothing does}
    @Nullable
    String held() {
        return version() == null ? null : version() + " by " + binding(standing);
    }

    private @Nullable String binding(Set<String> standing) {
        if (payments && standing.contains("binding:team:1")) {
            return "binding:team:1";
        }
        if (standing.contains("binding:default:2")) {
            return "binding:default:2";
        }
        return standing.contains("binding:default:1") ? "binding:default:1" : null;
    }
}
