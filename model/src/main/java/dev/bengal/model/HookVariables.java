package dev.bengal.model;

import java.util.Set;

/** The variables by which git points its hooks at their repository. */
public final class HookVariables {
    /**
     * A git elsewhere that inherits them works on the repository of the hook instead of its own.
     *
     * @see <a href="https://git-scm.com/docs/git-rev-parse">git rev-parse --local-env-vars</a>
     */
    public static final Set<String> NAMES = Set.of(
            "GIT_ALTERNATE_OBJECT_DIRECTORIES",
            "GIT_COMMON_DIR",
            "GIT_DIR",
            "GIT_GRAFT_FILE",
            "GIT_IMPLICIT_WORK_TREE",
            "GIT_INDEX_FILE",
            "GIT_NAMESPACE",
            "GIT_NO_REPLACE_OBJECTS",
            "GIT_OBJECT_DIRECTORY",
            "GIT_PREFIX",
            "GIT_QUARANTINE_PATH",
            "GIT_REPLACE_REF_BASE",
            "GIT_SHALLOW_FILE",
            "GIT_WORK_TREE");

    private HookVariables() {}
}
