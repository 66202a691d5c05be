/// What `plumbline collect` read in a working tree: its own file comes in, facts go out. Never looks at the tree.
@NullMarked
package dev.plumbline.ingest.report.format.facts;

import org.jspecify.annotations.NullMarked;
