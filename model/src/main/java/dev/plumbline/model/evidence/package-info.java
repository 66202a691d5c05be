/// What report files say, in normalised records with units, together with the tool run that produced them.
/// Comes out of the readers; goes onto the log within the size rule. Never holds a whole report.
@NullMarked
package dev.plumbline.model.evidence;

import org.jspecify.annotations.NullMarked;
