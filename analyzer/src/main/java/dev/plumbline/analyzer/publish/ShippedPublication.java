package dev.plumbline.analyzer.publish;

import dev.plumbline.analyzer.shipped.Shipped;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Publishes the standards that the product ships, so that the first upload of a new installation is
/// judged.
public final class ShippedPublication {
    private static final Logger LOG = LoggerFactory.getLogger(ShippedPublication.class);

    private ShippedPublication() {}

    public static void publish(StandardsPublisher publisher) {
        publish(publisher, Shipped.read());
    }

    public static void publish(StandardsPublisher publisher, Shipped shipped) {
        publisher.publishAbsent(shipped.standards(), shipped.bindings()).forEach(sentence -> LOG.info("{}", sentence));
    }
}
