/// The door. Uploads come in as multipart forms (`POST /api/v1/builds`), are checked whole before anything of
/// them is kept, and are answered with a receipt or the verdict; kept reports go out by their digest. Refusals
/// are problem details that name the part, the position and the fix. Never judges a build.
@NullMarked
package dev.plumbline.ingest.http;

import org.jspecify.annotations.NullMarked;
