package dev.plumbline.model.evidence;

import java.util.Set;

/// What the operations of one API description are, told as the document is read, in any order. What it
/// demands of all operations may stand behind them, so that those that demand nothing themselves are
/// counted apart.
public final class ApiOutline {
    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace", "query");

    private int operations;
    private int versioned;
    private int secured;
    private int inheriting;
    private int described;
    private int schemas;
    private boolean allVersioned;
    private boolean allSecured;

    /// Whom an operation lets in.
    public enum Demand {
        /// What the document demands of all.
        AS_ALL,
        EVERYBODY,
        /// Who keeps to a security scheme.
        KNOWN
    }

    /// {@return what a list of alternatives demands; one without a scheme lets everybody in, and so does an
    /// empty list}
    public static Demand demand(int alternatives, int withoutScheme) {
        return alternatives > 0 && withoutScheme == 0 ? Demand.KNOWN : Demand.EVERYBODY;
    }

    /// Whether a field of a path is an operation.
    public static boolean method(String field) {
        return METHODS.contains(field);
    }

    /// @param described whether it has a summary or a description that says anything
    public void operation(String path, boolean described, Demand demand) {
        operations++;
        versioned += versioned(path) ? 1 : 0;
        this.described += described ? 1 : 0;
        secured += demand == Demand.KNOWN ? 1 : 0;
        inheriting += demand == Demand.AS_ALL ? 1 : 0;
    }

    /// Where all operations are found: the address of a server, or a path before theirs.
    public void address(String address) {
        allVersioned |= versioned(address);
    }

    public void demandOfAll(Demand demand) {
        allSecured = demand == Demand.KNOWN;
    }

    public void schema() {
        schemas++;
    }

    public ApiTotals totals() {
        return new ApiTotals(
                operations,
                allVersioned ? operations : versioned,
                allSecured ? secured + inheriting : secured,
                described,
                schemas);
    }

    /// Whether a segment of a path or address is `v` and a number: `/api/v2/orders`.
    public static boolean versioned(String path) {
        for (int i = 0; i + 1 < path.length(); i++) {
            boolean starts = i == 0 || path.charAt(i - 1) == '/';
            char letter = path.charAt(i);
            char digit = path.charAt(i + 1);
            if (starts && (letter == 'v' || letter == 'V') && digit >= '0' && digit <= '9') {
                return true;
            }
        }
        return false;
    }
}
