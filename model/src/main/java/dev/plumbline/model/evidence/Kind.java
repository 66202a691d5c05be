package dev.plumbline.model.evidence;

import java.util.Optional;
import java.util.Set;

/// What a report is evidence of, as opposed to the syntax it is written in: `coverage`, `tests:unit`,
/// `findings:ruff`, …
public record Kind(String value) implements Comparable<Kind> {
    private static final Vetted FORM = new Vetted("[a-z]{2,20}(:[a-z0-9][a-z0-9._-]{0,60})?");
    private static final Set<String> PLAIN =
            Set.of("coverage", "format", "audit", "secrets", "facts", "api", "migrations", "sbom", "mutations");
    private static final String ATTESTATION = "attestation";
    private static final Set<String> QUALIFIED = Set.of("tests", "findings", "types", "settings", ATTESTATION);

    public static final Kind COVERAGE = new Kind("coverage");
    public static final Kind AUDIT = new Kind("audit");
    public static final Kind SECRETS = new Kind("secrets");
    public static final Kind MUTATIONS = new Kind("mutations");
    public static final Kind INVENTORY = new Kind("sbom");
    public static final Kind FACTS = new Kind("facts");
    public static final Kind API = new Kind("api");
    public static final Kind UNIT_TESTS = new Kind("tests:unit");

    public Kind {
        if (!FORM.has(value) || !known(value)) {
            throw new IllegalArgumentException(
                    "«" + value + "» is not a kind of evidence; use one of "
                            + PLAIN.stream().sorted().toList()
                            + ", tests:<unit|integration|e2e>, findings:<tool>, types:<tool>, settings:<tool> or attestation:<name>");
        }
    }

    /// {@return the kind that a word names, if it names one}
    public static Optional<Kind> named(String word) {
        return FORM.has(word) && known(word) ? Optional.of(new Kind(word)) : Optional.empty();
    }

    /// {@return the words that may stand before a colon}
    public static Set<String> qualified() {
        return QUALIFIED;
    }

    public static Kind findings(String tool) {
        return new Kind("findings:" + tool);
    }

    public static Kind settings(String tool) {
        return new Kind("settings:" + tool);
    }

    /// The word before the colon.
    public String family() {
        int colon = value.indexOf(':');
        return colon < 0 ? value : value.substring(0, colon);
    }

    /// The word behind the colon, empty where there is none.
    public String qualifier() {
        int colon = value.indexOf(':');
        return colon < 0 ? "" : value.substring(colon + 1);
    }

    /// Whether a person says it, so that no report of a build can be of this kind.
    public boolean attested() {
        return family().equals(ATTESTATION);
    }

    /// Whether evidence of this kind speaks of one commit only and is never carried to another.
    public boolean aboutCode() {
        return switch (family()) {
            case "audit", "sbom", "secrets", ATTESTATION -> false;
            default -> true;
        };
    }

    private static boolean known(String value) {
        int colon = value.indexOf(':');
        return colon < 0 ? PLAIN.contains(value) : QUALIFIED.contains(value.substring(0, colon));
    }

    @Override
    public int compareTo(Kind other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
