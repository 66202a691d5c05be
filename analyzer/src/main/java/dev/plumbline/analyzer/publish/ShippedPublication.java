package dev.plumbline.analyzer.publish;

import dev.plumbline.model.standard.Binding;
import dev.plumbline.model.standard.Standard;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Publishes the standards that the product ships, so that the first upload of a new installation is judged.
public final class ShippedPublication {
    private static final Logger LOG = LoggerFactory.getLogger(ShippedPublication.class);
    private static final String PUBLISHER = "plumbline";

    private ShippedPublication() {}

    public static void publish(StandardsPublisher publisher, List<Standard> standards, List<Binding> bindings) {
        publisher.publishAbsent(standards, bindings, PUBLISHER).forEach(sentence -> LOG.info("{}", sentence));
    }
}
