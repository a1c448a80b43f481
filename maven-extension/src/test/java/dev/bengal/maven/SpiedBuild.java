package dev.bengal.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.maven.eventspy.EventSpy;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.ExecutionEvent;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Build;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositoryEvent;
import org.eclipse.aether.RepositoryEvent.EventType;
import org.jspecify.annotations.Nullable;

/** Tells a spy of a build as Maven does, in a folder of its own. */
final class SpiedBuild {
    private final BengalSpy spy = new BengalSpy();
    private final MavenProject module = new MavenProject();

    SpiedBuild(Path folder) throws IOException {
        Files.createDirectories(folder.resolve(".bengal-metrics"));
        module.setArtifactId("core");
        module.setFile(folder.resolve("pom.xml").toFile());
        Build build = new Build();
        build.setDirectory(folder.resolve("target").toString());
        module.setBuild(build);
        spy.init(new NoContext());
        DefaultMavenExecutionRequest request = new DefaultMavenExecutionRequest();
        request.setPom(module.getFile());
        request.setMultiModuleProjectDirectory(folder.toFile());
        spy.onEvent(request);
    }

    void tell(ExecutionEvent.Type type, @Nullable MojoExecution mojo) {
        spy.onEvent(new Event(type, module, mojo));
    }

    /** Tells of an artifact that was fetched into that file. */
    void fetched(File file) {
        spy.onEvent(new RepositoryEvent.Builder(new DefaultRepositorySystemSession(), EventType.ARTIFACT_DOWNLOADED)
                .setFile(file)
                .build());
    }

    /** The build succeeded. */
    void end() {
        spy.onEvent(new DefaultMavenExecutionResult());
    }

    static MojoExecution goal(String plugin, String goal) {
        Plugin named = new Plugin();
        named.setArtifactId("maven-" + plugin + "-plugin");
        return new MojoExecution(named, goal, "default-" + goal);
    }

    private record Event(
            Type type, MavenProject project, @Nullable MojoExecution mojo) implements ExecutionEvent {
        @Override
        public Type getType() {
            return type;
        }

        @Override
        public @Nullable MavenSession getSession() {
            return null;
        }

        @Override
        public MavenProject getProject() {
            return project;
        }

        @Override
        public @Nullable MojoExecution getMojoExecution() {
            return mojo;
        }

        @Override
        public @Nullable Exception getException() {
            return null;
        }
    }

    private static final class NoContext implements EventSpy.Context {
        @Override
        public Map<String, Object> getData() {
            return Map.of();
        }
    }
}
