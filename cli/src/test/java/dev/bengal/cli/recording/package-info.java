@NullMarked
package dev.bengal.cli.recording;

import org.jspecify.annotations.NullMarked;
