/// What the command line needs to be a client of a running installation.
@NullMarked
package dev.plumbline.standalone.client;

import org.jspecify.annotations.NullMarked;
