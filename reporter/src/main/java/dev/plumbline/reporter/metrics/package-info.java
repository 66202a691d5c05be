/// What Prometheus sees of the organisation: gauges made from each new picture of the read model. Bounded in series;
/// never a
/// commit, build or user as a label; what is unknown has no sample.
@NullMarked
package dev.plumbline.reporter.metrics;

import org.jspecify.annotations.NullMarked;
