package dev.bengal.store.git;

import dev.bengal.store.SharedStoreException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The files at one commit of the branch: git's words for each, by name. What is no journal stays as it is, whatever it is.
 *
 * @param entries such as {@code 100644 blob HASH}, by the name of the file
 */
record BranchFiles(Map<String, String> entries) {
    private static final String MARK = "bengal-history.json";
    private static final String FORMAT = "{\"format\":1}\n";
    private static final String BLOB = "100644 blob ";

    BranchFiles {
        entries = Map.copyOf(entries);
    }

    /** Those of a commit that is here. */
    static BranchFiles of(GitCommand git, String commit, RemoteBranch branch) {
        Map<String, String> entries = new LinkedHashMap<>();
        for (String entry : git.ask("ls-tree", "-z", "--full-tree", commit).split("\0", -1)) {
            int tab = entry.indexOf('\t');
            if (tab > 0) {
                entries.put(entry.substring(tab + 1), entry.substring(0, tab));
            }
        }
        BranchFiles files = new BranchFiles(entries);
        files.requireMark(git, branch);
        return files;
    }

    private void requireMark(GitCommand git, RemoteBranch branch) {
        String mark = entries.getOrDefault(MARK, "");
        if (!mark.startsWith(BLOB)) {
            throw SharedStoreException.refused(
                    branch.name() + " is no history: it has no " + MARK
                            + ". It was not touched; choose another name by --branch.",
                    null);
        }
        if (!git.ask("cat-file", "blob", mark.substring(BLOB.length())).equals(FORMAT)) {
            throw SharedStoreException.refused(
                    branch.name() + " was written by a newer Bengal, or its " + MARK
                            + " is damaged. It was not touched; use that version.",
                    null);
        }
    }

    /** The hashes of the journals, by their names. */
    SortedMap<ShardName, String> shards() {
        SortedMap<ShardName, String> shards = new TreeMap<>();
        entries.forEach((file, entry) -> ShardName.parse(file)
                .filter(name -> entry.startsWith(BLOB))
                .ifPresent(name -> shards.put(name, entry.substring(BLOB.length()))));
        return shards;
    }

    /**
     * Writes a tree of these files and others in their place.
     *
     * @param changed journals; one that is empty is left out of the tree
     * @return its hash
     */
    String write(GitCommand git, Map<ShardName, Path> changed, Path scratch) throws IOException {
        Map<String, String> files = new TreeMap<>(entries);
        Path mark = Files.writeString(scratch.resolve("mark"), FORMAT);
        files.putIfAbsent(MARK, BLOB + object(git, mark));
        for (Map.Entry<ShardName, Path> shard : changed.entrySet()) {
            if (Files.size(shard.getValue()) == 0) {
                files.remove(shard.getKey().file());
            } else {
                files.put(shard.getKey().file(), BLOB + object(git, shard.getValue()));
            }
        }
        StringBuilder tree = new StringBuilder();
        files.forEach(
                (file, entry) -> tree.append(entry).append('\t').append(file).append('\0'));
        return git.feed(Files.writeString(scratch.resolve("tree"), tree, StandardCharsets.UTF_8), "mktree", "-z")
                .strip();
    }

    /** Without the filters of the repository, such as one that changes the ends of lines. */
    private static String object(GitCommand git, Path file) {
        return git.feed(file, "hash-object", "-w", "--stdin").strip();
    }
}
