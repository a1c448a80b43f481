package dev.bengal.cli;

import dev.bengal.cli.history.Location;
import dev.bengal.cli.terminal.Surface;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.Optional;
import picocli.CommandLine.IFactory;

/** Makes the commands and hands them what they work with: every command that does something takes a surface and a location. */
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
        Optional<Constructor<?>> constructor = Arrays.stream(type.getDeclaredConstructors())
                .filter(candidate ->
                        Arrays.equals(candidate.getParameterTypes(), new Class<?>[] {Surface.class, Location.class}))
                .findFirst();
        if (constructor.isEmpty()) {
            return fallback.create(type);
        }
        try {
            return type.cast(constructor.get().newInstance(surface, location));
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(type + " cannot be made", e);
        }
    }
}
