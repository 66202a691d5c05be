package dev.plumbline.reporter.notify;

import dev.plumbline.model.score.Change;
import dev.plumbline.reporter.projection.ReadModel;
import java.time.Instant;

/// What somebody may be told of.
sealed interface News {
    record OfChange(Change change) implements News {}

    record OfRescoring(Rescoring rescoring) implements News {}

    /// Names it among all that is told.
    default Change.Id id() {
        return switch (this) {
            case OfChange of -> of.change().id();
            case OfRescoring of -> of.rescoring().id();
        };
    }

    default Instant at() {
        return switch (this) {
            case OfChange of -> of.change().recordedAt();
            case OfRescoring of -> of.rescoring().at();
        };
    }

    default Relevance relevance(ReadModel model, Instant now) {
        return switch (this) {
            case OfChange of -> Relevance.of(of.change(), model, now);
            case OfRescoring of -> Relevance.of(of.rescoring(), now);
        };
    }

    /// {@return what the destination reads}
    default byte[] json(String delivery, ReadModel model) {
        return switch (this) {
            case OfChange of -> Message.of(delivery, of.change(), model).json();
            case OfRescoring of ->
                RescoringMessage.of(delivery, of.rescoring(), model).json();
        };
    }

    default boolean tooOld(Instant now) {
        return at().isBefore(now.minus(Relevance.NEWS));
    }
}
