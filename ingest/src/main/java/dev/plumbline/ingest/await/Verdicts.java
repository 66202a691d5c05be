package dev.plumbline.ingest.await;

import dev.plumbline.model.build.BuildId;
import dev.plumbline.model.evidence.UploadId;
import java.time.Duration;

/// Where a request waits for the verdict on its upload.
public interface Verdicts {

    /// Starts to wait; call it before the upload is sent, and close what it gives.
    Wait expect(BuildId build, UploadId upload);

    /// One request's waiting.
    interface Wait extends AutoCloseable {
        /// Blocks until the verdict is there or the time is over.
        Sighting await(Duration time);

        @Override
        void close();
    }
}
