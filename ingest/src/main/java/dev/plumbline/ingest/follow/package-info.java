/// Reading a topic along, in no group and on a thread of its own.
@NullMarked
package dev.plumbline.ingest.follow;

import org.jspecify.annotations.NullMarked;
