package dev.bengal.cli;

import picocli.CommandLine.IFactory;

/** Makes the commands and hands them what they work with. */
final class Commands implements IFactory {
    private final Surface surface;
    private final Location location;
    private final IFactory fallback;

    Commands(Surface surface, Location location, IFactory fallback) {
        this.surface = surface;
        this.location = location;
        this.fallback = fallback;
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        if (type == BuildCommand.class) {
            return type.cast(new BuildCommand(surface, location));
        }
        if (type == PerfCommand.class) {
            return type.cast(new PerfCommand(surface, location));
        }
        if (type == ShowCommand.class) {
            return type.cast(new ShowCommand(surface, location));
        }
        if (type == SyncCommand.class) {
            return type.cast(new SyncCommand(surface, location));
        }
        if (type == ConfigCommand.class) {
            return type.cast(new ConfigCommand(surface, location));
        }
        return fallback.create(type);
    }
}
