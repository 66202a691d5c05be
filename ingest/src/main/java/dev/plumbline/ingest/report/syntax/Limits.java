package dev.plumbline.ingest.report.syntax;

/// What one report may cost. Every number is far above what tools write and far below what hurts a small process.
public final class Limits {
    /// XML elements or JSON structures inside one another.
    public static final int DEPTH = 64;

    public static final int XML_ATTRIBUTES = 64;
    public static final int XML_ATTRIBUTE_CHARS = 64 * 1024;
    public static final int XML_ELEMENTS = 20_000_000;
    /// One stretch of text; logs of test cases are long, and are passed over without being kept.
    public static final int XML_TEXT_CHARS = 64 * 1024 * 1024;

    /// Bytes of a report, unpacked.
    public static final long DOCUMENT_BYTES = 200L * 1024 * 1024;

    /// Entries of an archive; only one of them may be a file.
    public static final int ARCHIVE_ENTRIES = 1_000;
    /// How much longer than the packed file a report may be, once it is past {@link #UNMEASURED_BYTES}.
    public static final long UNPACKED_RATIO = 100;

    public static final long UNMEASURED_BYTES = 1024 * 1024;

    public static final int JSON_TOKENS = 20_000_000;
    public static final int JSON_STRING_CHARS = 4 * 1024 * 1024;
    public static final int JSON_NAME_CHARS = 4_096;
    public static final int JSON_NAMES_PER_OBJECT = 100_000;
    public static final int NUMBER_CHARS = 32;

    /// Entries of one report that are kept: findings, test cases, dependencies.
    public static final int ENTRIES = 100_000;

    /// Test cases of one report; of each only a hash and a duration are kept.
    public static final int TEST_CASES = 1_000_000;

    /// Bytes of one report's content in memory at one time; with a reader for each core this bounds what hostile files
    /// cost.
    public static final long KEPT_BYTES = 48L * 1024 * 1024;

    /// Characters kept of a text that a report holds.
    public static final int KEPT_CHARS = 4_096;

    private Limits() {}
}
