package dev.plumbline.model.score;

import dev.plumbline.model.standard.Rating;
import dev.plumbline.model.standard.RuleId;

/// One rule's verdict on a scorecard.
///
/// @param digest the first sixteen hex digits of the SHA-256 of the rule as evaluated, tightened parameters included:
///     two results are compared only where it is equal
/// @param waived an approved exception covers the outcome; the raw score does not move
public record RuleResult(RuleId rule, String digest, Rating rating, Outcome outcome, boolean waived) {}
