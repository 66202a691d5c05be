/// Evidence of one build and one applied standard in, a scorecard out. Pure and total: no rule and no evidence makes it
/// throw, equal inputs give equal bytes, and nothing here knows of Kafka or of the time of day.
@NullMarked
package dev.plumbline.analyzer.scoring;

import org.jspecify.annotations.NullMarked;
