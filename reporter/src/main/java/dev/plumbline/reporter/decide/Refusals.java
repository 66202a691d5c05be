package dev.plumbline.reporter.decide;

/// Why a body was refused, in words for its sender.
final class Refusals {
    private Refusals() {}

    /// Where and what, without the parser's own words on its classes and buffers.
    static String plain(RuntimeException cause) {
        return String.valueOf(cause.getMessage())
                .lines()
                .findFirst()
                .orElse("")
                .replace("the bytes are", "the body is")
                .replaceAll("\\b(Catalog|Waiver|Attestation)Request\\b", "such request")
                .replace("Because", "reason")
                .replaceAll("\\s*\\(start marker at [^)]*\\)[^)]*\\)", "")
                .replaceAll("`?(class )?dev\\.plumbline\\.[A-Za-z.$]*`?", "what is asked for")
                .strip();
    }
}
