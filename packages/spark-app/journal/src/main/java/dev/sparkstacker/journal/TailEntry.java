package dev.sparkstacker.journal;

import dev.sparkstacker.domain.command.Command;
import dev.sparkstacker.domain.event.Stamped;
import java.util.List;

/**
 * An event after the snapshot, with what was done about it.
 *
 * @param event the event
 * @param commands the commands it caused then, in order; the same build gives the same again
 * @param writtenBy header of the segment it stands in: epoch, build and configuration of then
 */
public record TailEntry(Stamped event, List<Command> commands, SegmentHeader writtenBy) {}
