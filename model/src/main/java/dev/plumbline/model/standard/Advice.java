package dev.plumbline.model.standard;

import java.util.List;

/// What to tell somebody whose build fails a rule.
///
/// @param remediation what to do, in a sentence or two
/// @param reading the interpretation chosen where the prose is ambiguous; empty where it is not
public record Advice(String remediation, List<String> references, String reading) {
    public Advice {
        references = List.copyOf(references);
    }
}
