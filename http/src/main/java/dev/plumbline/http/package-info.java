/// How every service speaks HTTP. Routes, each with the role it asks for, come in from the services; one server goes
/// out.
/// Knows nothing of builds, standards or the log; never lets an exception's text reach a client.
@NullMarked
package dev.plumbline.http;

import org.jspecify.annotations.NullMarked;
