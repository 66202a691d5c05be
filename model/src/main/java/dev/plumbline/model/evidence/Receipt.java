package dev.plumbline.model.evidence;

import java.time.Instant;

/// How an upload came in.
///
/// @param receivedAt when ingest received it, or the past moment that an administrator stated for a backfill
/// @param publisher the authenticated name, `anonymous` without one
/// @param backfilled the moment was stated by an administrator: scored as history, notified to nobody
public record Receipt(Instant receivedAt, String publisher, boolean backfilled) {}
