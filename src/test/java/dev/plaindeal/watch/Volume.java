package dev.plaindeal.watch;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/**
 * A volume of configuration as it is mounted into a container: {@code promotions} is a link to {@code ..data/promotions}, and
 * {@code ..data} one to a folder of the moment, turned in one step when the configuration changes.
 */
record Volume(Path folder) {

    /** Puts one promotion in a folder of its own, turns the link to it and deletes the folder before. */
    void turnTo(String moment, int dollars, String id) throws IOException {
        new Rules(folder.resolve(moment)).amount(id, dollars);
        Path data = folder.resolve("..data");
        boolean first = !Files.exists(data);
        Path before = first ? data : data.toRealPath();
        Path turned = Files.createSymbolicLink(folder.resolve("..data_tmp"), Path.of(moment));
        Files.move(turned, data, ATOMIC_MOVE);
        if (first) {
            Files.createSymbolicLink(folder.resolve("promotions"), Path.of("..data/promotions"));
        } else {
            Rules.delete(before);
        }
        if (!Files.isDirectory(folder.resolve("promotions"), new LinkOption[0])) {
            throw new IOException("the links lead nowhere");
        }
    }
}
