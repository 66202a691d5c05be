package dev.plumbline.http;

import java.util.Arrays;
import java.util.Locale;

/// What a token's holder may do, as it is written in the token file.
public enum Role {
    PUBLISHER,
    VIEWER,
    WAIVER_APPROVER,
    ADMIN;

    public static Role parse(String text) {
        return Arrays.stream(values())
                .filter(role -> role.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("«" + text + "» is not a role; use "
                        + Arrays.stream(values()).map(Role::text).toList()));
    }

    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    boolean allows(Access access) {
        return switch (this) {
            case ADMIN -> true;
            case PUBLISHER -> access == Access.OPEN || access == Access.PUBLISH;
            case VIEWER -> access == Access.OPEN || access == Access.VIEW || access == Access.ASK;
            case WAIVER_APPROVER ->
                switch (access) {
                    case OPEN, VIEW, ASK, APPROVE -> true;
                    case PUBLISH, ADMIN -> false;
                };
        };
    }
}
