package dev.plumbline.standalone.command;

import picocli.CommandLine.Command;

@Command(
        name = "standards",
        description = "Write, check and publish standards.",
        synopsisSubcommandLabel = "(lint | test | coverage | diff | publish | withdraw | adopt)",
        subcommands = {
            StandardsLint.class,
            StandardsTest.class,
            StandardsCoverage.class,
            StandardsDiff.class,
            StandardsPublish.class,
            StandardsWithdraw.class,
            StandardsAdopt.class
        })
final class StandardsCommand {}
