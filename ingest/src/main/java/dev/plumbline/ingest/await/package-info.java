/// Waiting for a verdict. Scorecards come in from `scorecards.v1`, read `read_committed` from its end by one
/// consumer for all who wait; the final scorecards that include an upload go out to the request that sent it.
/// Keeps only the most recent records, in memory; never commits an offset, never writes.
@NullMarked
package dev.plumbline.ingest.await;

import org.jspecify.annotations.NullMarked;
