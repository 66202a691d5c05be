/// What a project says of itself: its README, its settings and its dependencies. Files come in, facts go out.
@NullMarked
package dev.plumbline.collect.project;

import org.jspecify.annotations.NullMarked;
