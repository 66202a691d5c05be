/// Token files and the tokens that this process makes for its own user. Names and roles come in; a line in the token
/// file and a secret go out. A secret is written where only its owner can read it, and never into a log.
@NullMarked
package dev.plumbline.standalone.token;

import org.jspecify.annotations.NullMarked;
