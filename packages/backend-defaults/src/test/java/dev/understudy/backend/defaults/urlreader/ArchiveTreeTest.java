// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.urlreader;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.backend.plugin.api.service.UrlReaderTree;
import dev.understudy.errors.NotAllowedException;
import dev.understudy.errors.TypeException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ArchiveTreeTest {
    private static final TreeLimits SMALL = new TreeLimits(10, 100_000, 1000);

    @TempDir
    private Path temporary;

    private Path work = Path.of("");
    private ReadTreeResponseFactory trees = new ReadTreeResponseFactory(work, SMALL);

    @BeforeEach
    void makeWorkingDirectory() throws IOException {
        work = Files.createDirectory(temporary.resolve("work"));
        trees = new ReadTreeResponseFactory(work, SMALL);
    }

    private static TreeSource source(byte[] archive) {
        return TreeSource.of(new ByteArrayInputStream(archive), "tag", (_, _) -> true);
    }

    private UrlReaderTree tar(Archives.Tar archive) {
        return trees.fromTarArchive(source(archive.bytes()));
    }

    private static Map<String, String> contents(UrlReaderTree tree) throws IOException {
        var result = new TreeMap<String, String>();
        tree.files().forEach(file -> result.put(file.path(), new String(file.content(), UTF_8)));
        return result;
    }

    private static List<String> paths(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            return all.filter(path -> !path.equals(folder))
                    .map(path -> folder.relativize(path).toString())
                    .sorted()
                    .toList();
        }
    }

    private static Archives.Tar sample() {
        return Archives.tar().folder("repo-1/").file("repo-1/a.txt", "A").file("repo-1/docs/b.md", "B");
    }

    @Test
    void readsTarArchivesWithoutTheirFirstFolder() throws IOException {
        assertThat(contents(tar(sample()))).hasToString("{a.txt=A, docs/b.md=B}");
        assertThat(contents(trees.fromTarArchive(source(sample().bytes()).withoutFirstDirectory())))
                .hasToString("{repo-1/a.txt=A, repo-1/docs/b.md=B}");
        assertThat(contents(trees.fromTarArchive(source(sample().bytes()).withSubpath("docs"))))
                .hasToString("{b.md=B}");
    }

    @Test
    void filtersByPathBelowTheSubpath() throws IOException {
        var source = TreeSource.of(
                new ByteArrayInputStream(sample().bytes()), "tag", (path, size) -> path.equals("b.md") && size == 1);
        assertThat(contents(trees.fromTarArchive(source.withSubpath("docs/")))).hasToString("{b.md=B}");
    }

    @Test
    void unpacksIntoAFolder() throws IOException {
        var tree = tar(sample());
        var folder = tree.dir();
        assertThat(tree.etag()).isEqualTo("tag");
        assertThat(folder.getFileName().toString()).startsWith("backstage-");
        assertThat(folder).hasParent(work);
        assertThat(paths(folder)).containsExactly("a.txt", "docs", "docs/b.md");
    }

    @Test
    void packsASubpathAgain() throws IOException {
        try (var archive = trees.fromTarArchive(source(sample().bytes()).withSubpath("docs"))
                .archive()) {
            var again = trees.fromTarArchive(
                    TreeSource.of(archive, "", (_, _) -> true).withoutFirstDirectory());
            assertThat(contents(again)).hasToString("{b.md=B}");
        }
        assertThat(paths(work)).isEmpty();
    }

    @Test
    void handsOutTheWholeArchiveAsItIs() throws IOException {
        var bytes = sample().bytes();
        try (var archive = trees.fromTarArchive(source(bytes)).archive()) {
            assertThat(archive.readAllBytes()).isEqualTo(bytes);
        }
    }

    @Test
    void isReadOnce() throws IOException {
        var tree = tar(sample());
        tree.files();
        assertThatThrownBy(tree::dir).hasMessage("Response has already been read");
    }

    @Test
    void refusesAbsoluteSubpaths() {
        var source = source(new byte[0]).withSubpath("/docs");
        assertThatThrownBy(() -> trees.fromTarArchive(source))
                .isInstanceOf(TypeException.class)
                .hasMessage("TarArchiveResponse subPath must not start with a /, got '/docs'");
        assertThatThrownBy(() -> trees.fromZipArchive(source))
                .hasMessage("ZipArchiveResponse subPath must not start with a /, got '/docs'");
    }

    @Test
    void readsZipArchives() throws IOException {
        var zip = Archives.zip("a.txt", "A", "docs/", "", "docs/b.md", "B");
        assertThat(contents(trees.fromZipArchive(source(zip)))).hasToString("{a.txt=A, docs/b.md=B}");
        assertThat(contents(trees.fromZipArchive(source(zip).withSubpath("docs"))))
                .hasToString("{b.md=B}");
        assertThat(paths(trees.fromZipArchive(source(zip)).dir())).containsExactly("a.txt", "docs", "docs/b.md");
        try (var archive = trees.fromZipArchive(source(zip).withSubpath("docs")).archive()) {
            assertThat(contents(trees.fromZipArchive(TreeSource.of(archive, "", (_, _) -> true))))
                    .hasToString("{b.md=B}");
        }
    }

    @Test
    void refusesPathsOutOfTheFolder() throws IOException {
        for (var path : List.of("r/../../evil", "r/docs/../../../evil", "/r/../../evil")) {
            assertThatThrownBy(tar(Archives.tar().file(path, "evil"))::dir)
                    .as(path)
                    .isInstanceOf(NotAllowedException.class)
                    .hasMessage("Relative path is not allowed to refer to a directory outside its parent");
        }
        assertThatThrownBy(trees.fromZipArchive(source(Archives.zip("../evil", "evil")))::dir)
                .isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(trees.fromZipArchive(source(Archives.zip("..\\evil", "evil")))::dir)
                .isInstanceOf(NotAllowedException.class);
        assertThat(paths(temporary)).containsExactly("work");
    }

    @Test
    void keepsLinksThatStayInsideAndDropsOthers() throws IOException {
        var folder = tar(Archives.tar()
                        .file("r/a.txt", "A")
                        .link("r/docs/in", "../a.txt")
                        .link("r/out", "../../a")
                        .link("r/absolute", "/etc/passwd")
                        .link("r/docs/self", "."))
                .dir();
        assertThat(paths(folder)).containsExactly("a.txt", "docs", "docs/in", "docs/self");
        assertThat(folder.resolve("docs/in")).hasContent("A");
    }

    @Test
    void writesNothingThroughLinks() throws IOException {
        var outside = Files.createDirectory(temporary.resolve("outside"));
        var folder = tar(Archives.tar()
                        .link("r/d", outside.toString())
                        .link("r/e", ".")
                        .file("r/d/evil", "evil")
                        .file("r/e/good", "good"))
                .dir();
        assertThat(paths(outside)).isEmpty();
        assertThat(paths(folder)).containsExactly("d", "d/evil", "e", "e/good");
        assertThat(Files.isDirectory(folder.resolve("d"), LinkOption.NOFOLLOW_LINKS))
                .isTrue();
    }

    @Test
    void dropsLinksThatEscapeByWayOfOthers() throws IOException {
        var folder = tar(Archives.tar()
                        .file("r/x/keep", "")
                        .file("r/p/q/keep", "")
                        .link("r/p/q/s", "../../x")
                        .link("r/p/q/s/up", "../../..")
                        .link("r/via", "p/q/s/../..")
                        .link("r/chain", "p/q/s/keep"))
                .dir();
        assertThat(paths(folder)).containsExactly("p", "p/q", "p/q/keep", "p/q/s", "x", "x/keep");
    }

    @Test
    void dropsHardLinksAndDevices() throws IOException {
        var folder = tar(Archives.tar()
                        .file("r/a", "A")
                        .hardLink("r/b", "/etc/passwd")
                        .hardLink("r/c", "r/a"))
                .dir();
        assertThat(paths(folder)).containsExactly("a");
    }

    @Test
    void refusesTooManyEntries() {
        var archive = Archives.tar();
        for (var count = 0; count < 11; count++) {
            archive.file("r/" + count, "");
        }
        assertThatThrownBy(tar(archive)::files).hasMessage("The archive has more than 10 entries");
        var pairs = new String[22];
        for (var at = 0; at < 22; at++) {
            pairs[at] = at % 2 == 0 ? "f" + at : "";
        }
        assertThatThrownBy(trees.fromZipArchive(source(Archives.zip(pairs)))::files)
                .hasMessage("The archive has more than 10 entries");
    }

    @Test
    void refusesArchivesThatUnpackToTooMuch() throws IOException {
        var bomb = "0".repeat(200_000);
        assertThatThrownBy(tar(Archives.tar().file("r/bomb", bomb))::dir)
                .hasMessage("The archive has more than 100000 bytes when unpacked");
        assertThatThrownBy(trees.fromZipArchive(source(Archives.zip("bomb", bomb)))::dir)
                .hasMessage("The archive has more than 100000 bytes when unpacked");
        assertThat(paths(work)).isEmpty();
    }

    @Test
    void refusesNamesLongerThanAnyFileHas() {
        var large = new ReadTreeResponseFactory(work, new TreeLimits(10, 1L << 30, 1L << 30));
        var bomb = Archives.tar().longName(2_000_000).file("r/a", "").bytes();
        assertThatThrownBy(large.fromTarArchive(source(bomb))::files)
                .isInstanceOf(IOException.class)
                .hasMessage("The archive has a header of more than 1048576 bytes");
    }

    @Test
    void refusesMoreInMemoryThanThereIsRoomFor() {
        var big = Archives.tar().file("r/a", "0".repeat(600)).file("r/b", "0".repeat(600));
        assertThatThrownBy(tar(big)::files).hasMessage("The files in the archive have more than 1000 bytes");
    }

    @Test
    void refusesWhatIsNoArchive() {
        assertThatThrownBy(trees.fromTarArchive(
                        source("<html>not found</html>".repeat(50).getBytes(UTF_8)))::files)
                .isInstanceOf(IOException.class);
        assertThatThrownBy(trees.fromZipArchive(source("<html>".getBytes(UTF_8)))::files)
                .isInstanceOf(IOException.class);
        var cut = java.util.Arrays.copyOf(sample().bytes(), 60);
        assertThatThrownBy(trees.fromTarArchive(source(cut))::files).isInstanceOf(IOException.class);
    }
}
