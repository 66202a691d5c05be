package dev.plumbline.model.standard;

/// One condition of a rule.
///
/// @param that a CEL expression that yields a boolean
/// @param expected what should be, a text in which `{…}` holds the name of a figure or parameter
/// @param found what is, likewise
public record Assertion(String id, String that, String expected, String found) {}
