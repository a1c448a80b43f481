package dev.bengal.cli.recording;

import dev.bengal.cli.terminal.CommandException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;

/** A folder in a place that all users share, into which nobody but this one can put anything. */
final class PrivateFolder {
    private static final String OWN = "rwx------";

    private PrivateFolder() {}

    /**
     * Makes it, or takes it as it is.
     *
     * @throws CommandException where it cannot be made, or is another user's, open to others or no folder
     */
    static Path at(Path path) {
        try {
            if (!path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                return Files.createDirectories(path); // There each user has a place of his own.
            }
            try {
                return Files.createDirectory(
                        path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWN)));
            } catch (FileAlreadyExistsException e) {
                require(path);
                return path;
            }
        } catch (IOException e) {
            throw new CommandException(
                    path + " cannot be a folder of this user alone: " + e
                            + ". XDG_CACHE_HOME names another place for it.",
                    e);
        }
    }

    private static void require(Path path) throws IOException {
        PosixFileAttributes found = Files.readAttributes(path, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        FileSystem system = path.getFileSystem();
        if (!found.isDirectory()
                || !found.owner()
                        .equals(system.getUserPrincipalLookupService()
                                .lookupPrincipalByName(System.getProperty("user.name")))
                || !PosixFilePermissions.toString(found.permissions()).equals(OWN)) {
            throw new CommandException(path
                    + " is there already, and is no folder of this user alone (mode 700); who can write to it could change what is built in it."
                    + " Remove it, or set XDG_CACHE_HOME to another place.");
        }
    }
}
