/// Readers of test results, and what they share: cases counted once, named where they did not pass, repetitions apart.
@NullMarked
package dev.plumbline.ingest.report.format.tests;

import org.jspecify.annotations.NullMarked;
