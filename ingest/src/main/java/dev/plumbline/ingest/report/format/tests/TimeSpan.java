package dev.plumbline.ingest.report.format.tests;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The first and the last of many moments. Those of a log mostly lie within the same minute as the one
/// before and are written alike: then their texts have their order, and only two of a minute are read.
final class TimeSpan {
    private static final int MINUTE = "2026-01-02T03:04:".length();
    private static final int SECONDS = MINUTE + 2;
    private static final int UTC = 1;
    private static final int OFFSET = "+00:00".length();

    private @Nullable Instant first;
    private @Nullable Instant last;
    /// Of one minute, written alike; empty where there is none yet.
    private String earliest = "";
    private String latest = "";
    /// How many characters of them stand before the offset.
    private int end;

    /// @param text is no moment where it is local time
    void add(String text) {
        if (alike(text)) {
            if (text.compareTo(latest) > 0) {
                latest = text;
            } else if (text.compareTo(earliest) < 0) {
                earliest = text;
            }
            return;
        }
        flush();
        Instant moment = Timestamps.moment(text);
        cover(moment);
        boolean fraction = moment != null && text.length() > SECONDS + 1 && text.charAt(SECONDS) == '.';
        earliest = fraction ? text : "";
        latest = earliest;
        end = text.length() - (text.endsWith("Z") ? UTC : OFFSET);
    }

    /// {@return whether it is a moment of the same minute, with as many digits and the same offset}
    private boolean alike(String text) {
        String known = latest;
        int length = known.length();
        if (text.length() != length
                || length == 0
                || !text.regionMatches(0, known, 0, MINUTE)
                || !text.regionMatches(end, known, end, length - end)
                || text.charAt(SECONDS) != '.'
                || text.charAt(MINUTE) > '5') {
            return false;
        }
        for (int i = MINUTE; i < end; i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && i != SECONDS) {
                return false;
            }
        }
        return true;
    }

    private void flush() {
        if (!latest.isEmpty()) {
            cover(Timestamps.moment(earliest));
            cover(Timestamps.moment(latest));
            earliest = "";
            latest = "";
        }
    }

    private void cover(@Nullable Instant moment) {
        if (moment == null) {
            return;
        }
        if (first == null || moment.isBefore(first)) {
            first = moment;
        }
        if (last == null || moment.isAfter(last)) {
            last = moment;
        }
    }

    @Nullable
    Instant first() {
        flush();
        return first;
    }

    @Nullable
    Instant last() {
        flush();
        return last;
    }
}
