/// The bottom of reading: bytes become characters, XML steps, JSON values or lines, under limits that hold for every
/// format. Here alone are parsers made. What is wrong with a file leaves as {@link MalformedReport}, always with its
/// position.
@NullMarked
package dev.plumbline.ingest.report.syntax;

import org.jspecify.annotations.NullMarked;
