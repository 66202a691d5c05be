/// The reporter: scorecards and changes come in from the log; pages, an API, metrics and notifications go out.
/// Writes nothing to the log but catalog entries and the notifier's own deliveries; never judges anything itself.
@NullMarked
package dev.plumbline.reporter;

import org.jspecify.annotations.NullMarked;
