package dev.plumbline.standalone.demo;

import java.time.Instant;
import java.util.List;

/// One build to be sent.
///
/// @param number of the component's builds, from 1
record DemoBuild(
        Organisation.Repository repository,
        Organisation.Part part,
        int number,
        Instant finishedAt,
        List<Report> reports) {

    record Report(String kind, String file) {
        String partName() {
            return file.substring(file.lastIndexOf('/') + 1);
        }
    }
}
