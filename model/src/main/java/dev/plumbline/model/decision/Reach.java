package dev.plumbline.model.decision;

import dev.plumbline.model.build.Component;
import dev.plumbline.model.build.RepositoryId;
import dev.plumbline.model.build.RepositoryName;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Which repositories a decision is about, as an expression that is one of:
///
/// - `repository:github:7`, or `repository:github:7#services/billing` for one component
/// - `team:payments`, `system:billing`: as the catalog says when it matters
/// - `name:acme/*`: by name; a `*` at the end stands for any rest
/// - `everywhere`
public sealed interface Reach {

    /// @param component null for all of them
    record OneRepository(RepositoryId repository, @Nullable Component component) implements Reach {}

    record Team(String team) implements Reach {
        public Team {
            Words.check("team", team);
        }
    }

    record OfSystem(String system) implements Reach {
        public OfSystem {
            Words.check("system", system);
        }
    }

    record Named(String pattern) implements Reach {
        private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._/-]{1,400}\\*?");

        public Named {
            if (!FORM.matcher(pattern).matches()) {
                throw new IllegalArgumentException("«" + pattern + "» is not a name such as acme/payments or acme/*");
            }
        }

        boolean matches(String name) {
            return pattern.endsWith("*")
                    ? name.startsWith(pattern.substring(0, pattern.length() - 1))
                    : name.equals(pattern);
        }
    }

    record Everywhere() implements Reach {}

    /// Where one component stands, as far as decisions ask.
    record Place(RepositoryId repository, RepositoryName name, Component component, String team, String system) {}

    default boolean covers(Place place) {
        return switch (this) {
            case OneRepository one ->
                one.repository().equals(place.repository())
                        && (one.component() == null || one.component().equals(place.component()));
            case Team of -> of.team().equals(place.team());
            case OfSystem of -> of.system().equals(place.system());
            case Named named -> named.matches(place.name().value());
            case Everywhere _ -> true;
        };
    }

    default String expression() {
        return switch (this) {
            case OneRepository one ->
                "repository:" + one.repository() + (one.component() == null ? "" : "#" + one.component());
            case Team of -> "team:" + of.team();
            case OfSystem of -> "system:" + of.system();
            case Named named -> "name:" + named.pattern();
            case Everywhere _ -> "everywhere";
        };
    }

    static Reach parse(String expression) {
        if (expression.equals("everywhere")) {
            return new Everywhere();
        }
        int colon = expression.indexOf(':');
        String rest = expression.substring(colon + 1);
        return switch (colon < 0 ? "" : expression.substring(0, colon)) {
            case "repository" -> repository(rest);
            case "team" -> new Team(rest);
            case "system" -> new OfSystem(rest);
            case "name" -> new Named(rest);
            default ->
                throw new IllegalArgumentException("«" + expression
                        + "» is not a reach; use repository:<id>, team:<name>, system:<name>, name:<pattern> or"
                        + " everywhere");
        };
    }

    private static Reach repository(String rest) {
        int hash = rest.indexOf('#');
        return hash < 0
                ? new OneRepository(new RepositoryId(rest), null)
                : new OneRepository(new RepositoryId(rest.substring(0, hash)), new Component(rest.substring(hash + 1)));
    }
}
