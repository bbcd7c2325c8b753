package dev.plaindeal.rules;

import dev.plaindeal.problem.Place;
import dev.plaindeal.problem.Problem;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Rule files out of the jar this class came in, or out of the folder of classes while developing. */
final class PackedReader {

    static final String PLACE = "dev/plaindeal/packed-rules";

    private static final String SHOWN = "<packed>";

    private PackedReader() {}

    static RuleFiles read() {
        try {
            return read(here());
        } catch (IOException | URISyntaxException | FileSystemNotFoundException unreadable) {
            return new RuleFiles(
                    Map.of(),
                    List.of(Problem.error(
                            "no-packed-rules",
                            Place.of(SHOWN),
                            "the rules packed with Plaindeal cannot be listed here",
                            "Name a folder with rules.")));
        }
    }

    /** Where this class is: a jar or a folder. */
    private static URI here() throws URISyntaxException, IOException {
        URL url = PackedReader.class.getResource("PackedReader.class");
        if (url == null) {
            throw new IOException("no place for this class");
        }
        return url.toURI();
    }

    private static RuleFiles read(URI here) throws IOException {
        if (here.getScheme().equals("jar")) {
            String jar = here.getSchemeSpecificPart();
            // Opened by path, not by URI: a file system opened by URI belongs to the whole JVM and may be open already.
            Path path = Path.of(URI.create(jar.substring(0, jar.indexOf("!/"))));
            try (FileSystem inside = FileSystems.newFileSystem(path)) {
                return new FolderReader(inside.getPath(PLACE), SHOWN).read();
            }
        }
        return new FolderReader(Path.of(here).resolveSibling("../packed-rules").normalize(), SHOWN).read();
    }
}
