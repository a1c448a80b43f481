/**
 * Records every build of Maven, as a core extension.
 *
 * <p>{@link dev.bengal.maven.BengalSpy} is what Maven loads; it hears of all that happens and hands it to a {@link
 * dev.bengal.maven.RecordedBuild}, which keeps the phases ({@link dev.bengal.maven.ModulePhases}), what was downloaded
 * ({@link dev.bengal.maven.Downloads}) and the tests ({@link dev.bengal.maven.TestReports}), and saves the record in the end.
 *
 * <p>Nothing here breaks a build: what fails costs one warning of the logger {@code dev.bengal} and what it was about.
 */
@NullMarked
package dev.bengal.maven;

import org.jspecify.annotations.NullMarked;
