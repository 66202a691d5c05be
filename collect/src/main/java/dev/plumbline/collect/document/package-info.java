/// Documents that are data: YAML and JSON come in, trees of bounded size go out; and facts of those that
/// describe an API or promise a level of service.
@NullMarked
package dev.plumbline.collect.document;

import org.jspecify.annotations.NullMarked;
