package dev.plumbline.reporter.rest;

import java.util.Queue;
import java.util.concurrent.Flow;

/// Collects lines of a response as they come.
record Lines(Queue<String> lines) implements Flow.Subscriber<String> {
    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(String line) {
        lines.add(line);
    }

    @Override
    public void onError(Throwable cause) {
        lines.add("ended: " + cause.getMessage());
    }

    @Override
    public void onComplete() {
        lines.add("ended");
    }
}
