/// Evidence and standards in, scorecards and changes out. The application's start and settings; the work is done in the
/// packages below, in the order build, standard, scoring, comparing, under topology.
@NullMarked
package dev.plumbline.analyzer;

import org.jspecify.annotations.NullMarked;
