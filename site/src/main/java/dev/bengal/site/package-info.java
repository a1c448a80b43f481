/**
 * The static site build.
 *
 * <p>{@link dev.bengal.site.BuildOrchestrator} is the pipeline: discovery, rendering, postprocess, each step a phase of the
 * build that is recorded. {@code content} turns files into pages, {@code markdown} text into HTML, {@code theme} a page
 * into a document, {@code output} documents into files; {@code config} says what the site's own files say.
 */
@NullMarked
package dev.bengal.site;

import org.jspecify.annotations.NullMarked;
