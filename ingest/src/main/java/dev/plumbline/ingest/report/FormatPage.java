package dev.plumbline.ingest.report;

/// What people should know of a reader; the reference page of formats is made of these.
///
/// @param tools which write the format
/// @param versions of the format or of the tools that are read
/// @param taken from a file, a phrase: «lines and branches by file»
/// @param left what a file may hold beyond that and is not read, a phrase
/// @param definition address of the format's own definition
public record FormatPage(String tools, String versions, String taken, String left, String definition) {
    /// No page is written yet.
    public static final FormatPage UNWRITTEN = new FormatPage("", "", "", "", "");
}
