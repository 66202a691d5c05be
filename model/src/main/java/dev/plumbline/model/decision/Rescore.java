package dev.plumbline.model.decision;

import java.time.Instant;

/// An order to judge the newest final builds again.
public record Rescore(DecisionId id, Reach reach, String reason, String by, Instant at) implements Decision {
    public Rescore {
        Words.reason(reason);
        Words.person("who orders", by);
        if (id.sort() != DecisionId.Sort.RESCORE) {
            throw new IllegalArgumentException("«" + id + "» does not name an order to judge again");
        }
    }

    @Override
    public Instant receivedAt() {
        return at;
    }
}
