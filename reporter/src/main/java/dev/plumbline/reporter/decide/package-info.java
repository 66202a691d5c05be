/// What people decide through the reporter: who owns which repository, what is excepted
/// and what somebody vouches for. Requests come in, are parsed into types,
/// and go
/// out as records of the log; nothing is decided until the log has acknowledged it.
@NullMarked
package dev.plumbline.reporter.decide;

import org.jspecify.annotations.NullMarked;
