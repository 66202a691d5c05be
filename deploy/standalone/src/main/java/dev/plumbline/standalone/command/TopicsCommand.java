package dev.plumbline.standalone.command;

import dev.plumbline.standalone.topics.Difference;
import dev.plumbline.standalone.topics.Topics;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "topics",
        description = "Make and compare the topics on a Kafka cluster.",
        synopsisSubcommandLabel = "(apply | diff)")
final class TopicsCommand {
    private static final int DIFFERENT = 1;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Command(
            name = "apply",
            description =
                    "Make the topics that are missing; refuse when one is there with other settings. Prints what was made.")
    int apply(@Mixin KafkaOptions kafka) {
        var cluster = kafka.required();
        try (var topics = Topics.connect(cluster.kafka(), cluster.topics())) {
            print(topics.apply());
            return 0;
        }
    }

    @Command(
            name = "diff",
            description = "Print what differs from what Plumbline needs. Exit code 0: nothing; 1: something.")
    int diff(@Mixin KafkaOptions kafka) {
        var cluster = kafka.required();
        try (var topics = Topics.connect(cluster.kafka(), cluster.topics())) {
            var differences = topics.differences();
            print(differences.stream().map(Difference::sentence).toList());
            return differences.isEmpty() ? 0 : DIFFERENT;
        }
    }

    private void print(List<String> lines) {
        var out = spec.commandLine().getOut();
        lines.forEach(out::println);
        out.flush();
    }
}
