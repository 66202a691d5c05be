package dev.plumbline.standalone.bench;

/// What one run of the benchmark measured. Seconds, bytes, records; shares from 0 to 1.
///
/// @param scoredPerSecond builds scored a second, read back committed, after the warm-up
/// @param passThroughPerSecond the same bytes through a topology that only copies, same broker, guarantee
///     and settings
/// @param ratio the first by the second
/// @param latencyP50Seconds from sending an upload over HTTP to its final scorecard in the answer, median
/// @param durableUploadsPerSecond uploads that several clients at once had accepted a second, each
///     acknowledged by the log and its report on the disk, while the analyzer scored them
/// @param startSeconds from starting the process to its being ready
/// @param brokerStartSeconds from starting the embedded broker alone to its being up, in this process
/// @param firstScoreSeconds from starting a process on an empty folder to the final scorecard of an upload
///     that was sent as early as somebody took it
/// @param firstScoreRssBytes resident set of that process at that moment; 0 where the platform does not
///     tell
/// @param heapBytes heap used by the process that answered the uploads, as its own metrics say
/// @param rssBytes resident set of the same process; 0 where the platform does not tell
/// @param rulesAssertedShare of the applicable rule results, those that rest on an assertion over evidence
/// @param rulesReusedShare of the rule results, those taken over from an earlier scorecard without
///     evaluating
/// @param rulesFlippedMean rules of a build whose outcome is another than in the repository's build before
public record Figures(
        double scoredPerSecond,
        double passThroughPerSecond,
        double ratio,
        double latencyP50Seconds,
        double latencyP99Seconds,
        double durableUploadsPerSecond,
        double startSeconds,
        double brokerStartSeconds,
        double firstScoreSeconds,
        long firstScoreRssBytes,
        long heapBytes,
        long rssBytes,
        double recordBytesMean,
        double scorecardBytesMean,
        double rulesAssertedShare,
        double rulesReusedShare,
        double rulesFlippedMean,
        int repositories,
        long scorecardsRead) {}
