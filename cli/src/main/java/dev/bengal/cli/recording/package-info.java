/** What a command needs to record: the build that is being made, the commands it runs on purpose, the allocations it is asked for. */
@NullMarked
package dev.bengal.cli.recording;

import org.jspecify.annotations.NullMarked;
