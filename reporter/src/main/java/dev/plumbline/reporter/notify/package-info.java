/// Tells one webhook of regressions. Changes come in from the log, requests go out to the destination, and what was
/// delivered goes onto the log (the outbox), so that nothing is sent again after a restart. At least once: between an
/// answer
/// and its record a crash sends once more, under the same delivery id. The destination comes from the operator's
/// configuration alone, never from a record or a request, so nobody else can make the reporter call an address;
/// redirects
/// are not followed and answers are not read.
@NullMarked
package dev.plumbline.reporter.notify;

import org.jspecify.annotations.NullMarked;
