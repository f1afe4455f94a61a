package org.stillwater.throughput;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.stillwater.throughput.application.Notes;

/** The two archives differ in one file: the library. */
final class Archive {
    private static final String NAME = "notes.war";

    private Archive() {}

    static Path write(Path directory, Side side, Path library) throws Exception {
        WebArchive archive = ShrinkWrap.create(WebArchive.class, NAME)
                .addPackage(Notes.class.getPackage())
                .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml")
                .addAsResource("notes-persistence.xml", "META-INF/persistence.xml");
        if (side == Side.WITH) {
            archive.addAsLibrary(library.toFile(), "stillwater.jar");
        }
        File file = Files.createDirectories(directory).resolve(NAME).toFile();
        archive.as(ZipExporter.class).exportTo(file, true);
        return file.toPath();
    }
}
