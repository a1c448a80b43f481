/**
 * Commits of the user's repository, checked out beside it: {@link dev.bengal.experiment.git.GitRepository} knows them,
 * {@link dev.bengal.experiment.git.Worktrees} checks them out and takes everything away again.
 */
@NullMarked
package dev.bengal.experiment.git;

import org.jspecify.annotations.NullMarked;
