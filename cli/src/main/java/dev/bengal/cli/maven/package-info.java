/**
 * Tells Maven of the extension, and takes that back: {@link dev.bengal.cli.maven.Registration} says which file changes in which
 * way, {@link dev.bengal.cli.maven.MavenFolder} where that of a project lies, {@link dev.bengal.cli.maven.Mavenrc} and {@link dev.bengal.cli.maven.MavenConfig} know the two files, {@link
 * dev.bengal.cli.maven.ExtensionJar} puts the jar where Maven finds it, {@link dev.bengal.cli.maven.ProbeBuild} sees whether it
 * does.
 */
@NullMarked
package dev.bengal.cli.maven;

import org.jspecify.annotations.NullMarked;
