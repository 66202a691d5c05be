/// Who owns which repository, and the facts about it that applicability reads.
@NullMarked
package dev.plumbline.model.catalog;

import org.jspecify.annotations.NullMarked;
