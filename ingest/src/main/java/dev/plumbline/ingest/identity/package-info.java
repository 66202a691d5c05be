/// Which repository an upload is of, however it names it. In: the catalog's topic, and the id and name of
/// an upload. Out: the canonical id, the first one that was used. It never moves what was judged, and knows
/// no Kafka.
@NullMarked
package dev.plumbline.ingest.identity;

import org.jspecify.annotations.NullMarked;
