/// `plumbline demo`: plays the history of a made-up organisation, from real report files, through the same HTTP
/// interface that
/// CI uses. Goes nowhere that a user's own upload could not go.
@NullMarked
package dev.plumbline.standalone.demo;

import org.jspecify.annotations.NullMarked;
