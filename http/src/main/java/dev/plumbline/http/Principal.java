package dev.plumbline.http;

import java.util.EnumSet;
import java.util.Set;

/// Who calls. Every write records the name.
public record Principal(String name, Set<Role> roles) {
    /// A caller without a token: on loopback it may read, publish and ask, elsewhere nothing.
    public static final Principal ANONYMOUS = new Principal("anonymous", Set.of());

    public Principal {
        roles = roles.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(roles));
    }

    public boolean is(Role role) {
        return roles.contains(role) || roles.contains(Role.ADMIN);
    }

    boolean may(Access access, boolean trustAnonymous) {
        if (equals(ANONYMOUS)) {
            return access == Access.OPEN
                    || (trustAnonymous && (access == Access.VIEW || access == Access.PUBLISH || access == Access.ASK));
        }
        return access == Access.OPEN || roles.stream().anyMatch(role -> role.allows(access));
    }
}
