package dev.plumbline.standalone.run;

import dev.plumbline.http.Health;
import dev.plumbline.http.Route;
import java.util.List;

/// A service that runs in this process.
record Part(Service service, List<Route> routes, Health health, Runnable stop) {}
