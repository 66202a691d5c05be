package dev.plumbline.model.wire;

/// Types of the product's own events, as `ce_type` names them. A break makes a new version and a new topic.
public enum EventType {
    EVIDENCE_RECEIVED("dev.plumbline.evidence.received.v1"),
    STANDARD_PUBLISHED("dev.plumbline.standard.published.v1"),
    BINDING_PUBLISHED("dev.plumbline.binding.published.v1"),
    PUBLICATION_WITHDRAWN("dev.plumbline.publication.withdrawn.v1"),
    CATALOG_REGISTERED("dev.plumbline.catalog.registered.v1"),
    ALIAS_REGISTERED("dev.plumbline.alias.registered.v1"),
    WAIVER_REQUESTED("dev.plumbline.waiver.requested.v1"),
    WAIVER_GRANTED("dev.plumbline.waiver.granted.v1"),
    ATTESTATION_GIVEN("dev.plumbline.attestation.given.v1"),
    DECISION_REVOKED("dev.plumbline.decision.revoked.v1"),
    RESCORE_ORDERED("dev.plumbline.rescore.ordered.v1"),
    BUILD_SCORED("dev.plumbline.build.scored.v1"),
    RULE_REGRESSED("dev.plumbline.rule.regressed.v1"),
    RULE_RECOVERED("dev.plumbline.rule.recovered.v1"),
    RESCORING_FINISHED("dev.plumbline.rescoring.finished.v1"),
    DELIVERY_RECORDED("dev.plumbline.delivery.recorded.v1"),
    DEAD_LETTERED("dev.plumbline.record.dead-lettered.v1");

    private final String type;

    EventType(String type) {
        this.type = type;
    }

    /// The value of `ce_type`.
    public String type() {
        return type;
    }
}
