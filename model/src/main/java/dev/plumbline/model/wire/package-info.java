/// The log: topic manifest, event envelope (CloudEvents, Kafka binary mode) and JSON codecs.
/// The only package of the model that knows Jackson; it knows no Kafka.
@NullMarked
package dev.plumbline.model.wire;

import org.jspecify.annotations.NullMarked;
