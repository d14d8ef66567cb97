package dev.sparkstacker.app.tools;

import dev.sparkstacker.domain.command.Command;
import dev.sparkstacker.domain.event.Stamped;
import dev.sparkstacker.journal.SegmentHeader;
import java.util.List;

/**
 * An event of the journal with what was done about it.
 *
 * @param event the event
 * @param commands the commands it caused then, in order
 * @param file the segment it stands in
 * @param writtenBy header of that segment
 */
record RecordedTurn(Stamped event, List<Command> commands, String file, SegmentHeader writtenBy) {}
