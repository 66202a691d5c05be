package dev.plumbline.reporter.projection;

/// Where a record of scorecards lies on its topic.
public record LogPosition(int partition, long offset) {}
