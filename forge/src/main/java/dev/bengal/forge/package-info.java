/**
 * A forge is where code is hosted and changes are discussed. {@link dev.bengal.forge.ForgeClient} speaks to its API;
 * {@link dev.bengal.forge.Forge} is what GitHub and GitLab both can; {@link dev.bengal.forge.CommentBoard} keeps one comment up to date. Nothing
 * here reads an environment variable or prints: both are handed in and out.
 */
@NullMarked
package dev.bengal.forge;

import org.jspecify.annotations.NullMarked;
