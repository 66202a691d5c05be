package dev.plumbline.standalone.run;

import dev.plumbline.analyzer.Preparation;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.Supplier;

/// What services of one process start on.
///
/// @param preparation of the analyzer; begun before the log was there, where an analyzer is to run
record Ground(Connection connection, MeterRegistry meters, Supplier<Preparation> preparation) {}
