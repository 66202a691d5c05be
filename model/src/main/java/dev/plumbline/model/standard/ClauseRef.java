package dev.plumbline.model.standard;

/// Points at one bullet of a persona and at the words of it that are meant.
///
/// @param number position within the section, from 1
/// @param digest the first twelve hex digits of the SHA-256 of the normalised bullet
/// @param quote the clause that is enforced: a part of the bullet, or all of it
public record ClauseRef(String section, int number, String digest, String quote) {}
