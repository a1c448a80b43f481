/**
 * Results of other tools. {@code ResultReader} is the way in: it tells the {@code Format} of a {@code ResultFile} by its content, hands
 * it to the one class that knows this format, and puts what files of one kind say together as one {@code ImportedRun}. All content is
 * hostile: whatever is not as it should be is refused with its place, and nothing of the file is taken.
 */
@NullMarked
package dev.bengal.formats.reading;

import org.jspecify.annotations.NullMarked;
