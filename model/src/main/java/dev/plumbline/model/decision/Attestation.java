package dev.plumbline.model.decision;

import dev.plumbline.model.standard.StandardId;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;

/// A person's word that something holds which no report can show.
///
/// @param topic the name under which the standard asks for it
/// @param statement what is attested, in the person's words
public record Attestation(
        DecisionId id, StandardId standard, String topic, Reach reach, String statement, String by, Validity validity)
        implements Decision {
    /// A word does not hold longer; a rule may ask for a newer one.
    public static final Duration LONGEST = Duration.ofDays(366);

    private static final Pattern TOPIC = Pattern.compile("[a-z0-9]+([.-][a-z0-9]+)*");

    public Attestation {
        Words.reason(statement);
        Words.person("who attests", by);
        if (id.sort() != DecisionId.Sort.ATTESTATION) {
            throw new IllegalArgumentException("«" + id + "» does not name an attestation");
        }
        if (topic.length() > 100 || !TOPIC.matcher(topic).matches()) {
            throw new IllegalArgumentException("«" + topic + "» is not the name of an attestation, such as on-call");
        }
        if (validity.length().compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("an attestation holds for at most " + LONGEST.toDays() + " days");
        }
    }

    @Override
    public Instant receivedAt() {
        return validity.from();
    }
}
