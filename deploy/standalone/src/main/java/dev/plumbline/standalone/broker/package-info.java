/// A real Kafka broker inside this process, for installations without a cluster. A data folder that is ours alone comes
/// in, the address of a running broker goes out. All use of Kafka's internal classes is in this package, so that an
/// upgrade breaks in one place. Never listens on anything but loopback, never ends the process unasked.
@NullMarked
package dev.plumbline.standalone.broker;

import org.jspecify.annotations.NullMarked;
