package dev.plumbline.analyzer.publish;

import dev.plumbline.analyzer.shipped.ShippedStandards;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Publishes the standards that the product ships, so that the first upload of a new installation is judged.
public final class ShippedPublication {
    private static final Logger LOG = LoggerFactory.getLogger(ShippedPublication.class);

    private ShippedPublication() {}

    public static void publish(StandardsPublisher publisher) {
        publisher
                .publishAbsent(ShippedStandards.standards(), ShippedStandards.bindings())
                .forEach(sentence -> LOG.info("{}", sentence));
    }
}
