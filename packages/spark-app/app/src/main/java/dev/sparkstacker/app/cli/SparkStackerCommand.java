package dev.sparkstacker.app.cli;

import picocli.CommandLine.Command;

/** The program itself. */
@Command(
        name = "spark-stacker",
        description = "A self-hosted trading system for perpetual futures.",
        footerHeading = "%nFirst steps:%n",
        footer = {
            "  spark-stacker run                 trade on paper; no key, no other service",
            "  spark-stacker status              in a second terminal: what it does",
            "  spark-stacker why                 why it did, or did not, trade",
            "  spark-stacker stop                end it; open positions keep their stops",
            "  spark-stacker COMMAND --help      examples for each command",
            "",
            "Exit status: 0 done, 1 something found wrong or refused, 2 command line or configuration,",
            "3 no running instance, 4 surroundings (port in use, folder locked, disk), 5 unhandled error."
        })
final class SparkStackerCommand extends GroupCommand {}
