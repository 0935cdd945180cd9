package io.videogen.maven.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Build;
import org.apache.maven.project.MavenProject;
import org.apache.maven.repository.internal.MavenRepositorySystemUtils;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.repository.LocalRepository;
import org.eclipse.aether.repository.LocalRepositoryManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldersTest {

    @TempDir
    Path folder;

    private final Properties system = new Properties();

    @Test
    void withoutAPomClipsGoBelowTheCurrentFolder() {
        Folders folders = new Folders(session(), new MavenProject());

        assertThat(folders.hasProject()).isFalse();
        assertThat(folders.base()).isEqualTo(folder);
        assertThat(folders.output(null)).isEqualTo(folder.resolve("target/videogen"));
    }

    @Test
    void withAPomClipsGoToItsBuildFolder() {
        MavenProject project = new MavenProject();
        project.setFile(folder.resolve("module/pom.xml").toFile());
        project.setBuild(new Build());
        project.getBuild().setDirectory(folder.resolve("out").toString());
        Folders folders = new Folders(session(), project);

        assertThat(folders.base()).isEqualTo(folder.resolve("module"));
        assertThat(folders.output(null)).isEqualTo(folder.resolve("out/videogen"));
        assertThat(folders.output(new File("clips"))).isEqualTo(folder.resolve("module/clips"));
    }

    @Test
    void theStoreIsInTheHomeOfTheUserWhereverTheLocalRepositoryIs() throws IOException {
        home("user.home", "home");
        Folders folders = new Folders(session(), null);

        assertThat(folders.cache(null)).isEqualTo(folder.resolve("home/.m2/videogen"));
        assertThat(folders.cache(new File("store"))).isEqualTo(folder.resolve("store"));
    }

    @Test
    void theVariableChoosesTheStoreAndAParameterWins() {
        system.setProperty("env.VIDEOGEN_CACHE", "cache");
        Folders folders = new Folders(session(), null);

        assertThat(folders.cache(null)).isEqualTo(folder.resolve("cache"));
        assertThat(folders.cache(new File("store"))).isEqualTo(folder.resolve("store"));
    }

    @Test
    void aUserWithoutANameHasTheHomeOfTheVariableElseTheStoreIsBesideTheLocalRepository() throws IOException {
        system.setProperty("user.home", "?");
        assertThat(new Folders(session(), null).cache(null)).isEqualTo(folder.resolve(".m2/videogen"));

        home("env.HOME", "home");
        assertThat(new Folders(session(), null).cache(null)).isEqualTo(folder.resolve("home/.m2/videogen"));
    }

    @Test
    void aStoreAtTheFormerPlaceIsStillRead() throws IOException {
        home("user.home", "home");
        Folders folders = new Folders(session(), null);
        assertThat(folders.formerCache(null)).isEmpty();

        Files.createDirectories(folder.resolve(".m2/videogen/locks"));
        assertThat(folders.formerCache(null)).contains(folder.resolve(".m2/videogen"));
        assertThat(folders.formerCache(new File("store"))).isEmpty();

        Files.createDirectories(folder.resolve(".m2/videogen-store/locks"));
        assertThat(folders.formerCache(null)).contains(folder.resolve(".m2/videogen-store"));
    }

    @Test
    void aFolderOfThatNameThatHoldsSomethingElseIsLeftAlone() throws IOException {
        Folders folders = new Folders(session(), null);
        Files.createDirectories(folder.resolve(".m2/videogen/src"));

        assertThat(folders.cache(null)).isEqualTo(folder.resolve(".m2/videogen-store"));
    }

    private void home(String property, String name) throws IOException {
        system.setProperty(
                property, Files.createDirectories(folder.resolve(name)).toString());
    }

    private MavenSession session() {
        LocalRepositoryManager manager = mock();
        when(manager.getRepository())
                .thenReturn(new LocalRepository(folder.resolve(".m2/repository").toFile()));
        DefaultRepositorySystemSession repositories = MavenRepositorySystemUtils.newSession();
        repositories.setLocalRepositoryManager(manager);
        MavenSession session = mock();
        when(session.getSystemProperties()).thenReturn(system);
        when(session.getExecutionRootDirectory()).thenReturn(folder.toString());
        when(session.getRepositorySession()).thenReturn(repositories);
        return session;
    }
}
