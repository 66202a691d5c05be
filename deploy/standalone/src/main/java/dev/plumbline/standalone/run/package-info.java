/// Running services: a broker of our own or a cluster, topics, services and one HTTP server, started in an order that
/// is quick and stopped in an order that loses nothing. Settings come in, a running process goes out.
@NullMarked
package dev.plumbline.standalone.run;

import org.jspecify.annotations.NullMarked;
