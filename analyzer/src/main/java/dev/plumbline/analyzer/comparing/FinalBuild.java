package dev.plumbline.analyzer.comparing;

import dev.plumbline.analyzer.build.BuildOrder;
import dev.plumbline.model.score.BuildScored;

/// A final build with the evidence that it rests on.
public record FinalBuild(BuildScored scored, BuildOrder order, Inputs inputs) {}
