package dev.plumbline.reporter.web;

import java.time.Instant;

/// A moment for machines and for people.
public record When(String machine, String text, String ago) {
    static When of(Instant then, Instant now) {
        return new When(then.toString(), Words.moment(then), Words.ago(then, now));
    }
}
