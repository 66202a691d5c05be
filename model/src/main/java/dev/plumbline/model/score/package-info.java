/// What the analyzer says of a build: outcomes, scorecards, gates, and the changes between two scorecards.
/// Every verdict carries what was expected and what was found.
@NullMarked
package dev.plumbline.model.score;

import org.jspecify.annotations.NullMarked;
