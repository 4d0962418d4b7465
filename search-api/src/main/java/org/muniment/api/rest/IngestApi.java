package org.muniment.api.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.muniment.api.web.Allowed;
import org.muniment.api.web.Jobs;
import org.muniment.api.web.Who;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Area;
import org.muniment.archive.access.Role;
import org.muniment.archive.item.Custodian;
import org.muniment.batch.Rooms;
import org.muniment.batch.ingest.Ingest;
import org.muniment.batch.ingest.IngestRequest;
import org.muniment.batch.ingest.Reconciliation;
import org.muniment.batch.ingest.SourceType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.FileSystemUtils;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Takes in a file that is sent. It is read as any file of a source is; nothing in it is carried out. */
@RestController
@Allowed({Role.ADMINISTRATOR, Role.RECORDS_OFFICER})
@For(Area.ADMIN)
class IngestApi {
    private static final Pattern NAME = Pattern.compile("[^\\p{Cc}/\\\\]{1,200}");
    private static final Pattern ADDRESS = Pattern.compile("[^\\s\\p{Cc}<>,;\"/\\\\]{1,320}");

    private final Archive archive;
    private final Jobs jobs;
    private final Telling telling;

    IngestApi(Archive archive, Jobs jobs, Telling telling) {
        this.archive = archive;
        this.jobs = jobs;
        this.telling = telling;
    }

    @PostMapping(Uploads.PATH)
    @Does(
            value =
                    "Begins to take in a file: one message, or many as mbox (also gzipped), zip or pst. The job says what came"
                            + " of it; sent again after a crash, it goes on where it stopped",
            takesMedia = "application/octet-stream",
            gives = JobsApi.Shown.class,
            status = 202)
    ResponseEntity<byte[]> take(
            Who who, @RequestParam String custodian, @RequestParam String name, HttpServletRequest request) {
        if (!ADDRESS.matcher(custodian.strip()).matches()) {
            throw new IllegalArgumentException("custodian is one address, such as principal@district.example");
        }
        if (!NAME.matcher(name).matches() || name.startsWith(".") || !name.equals(name.strip())) {
            throw new IllegalArgumentException("name is the file's own name, without folders, such as export.mbox.gz");
        }
        Custodian person = new Custodian(custodian);
        Uploads.Arrived arrived = Uploads.of(request);
        String job = "Take in " + name + " of " + person + " ("
                + arrived.digest().hex().substring(0, 8) + ")";
        Path file = arrived.keep(name, person);
        return telling.begun(jobs.start(job, who, "/admin/sources", progress -> taken(file, person, progress)));
    }

    private String taken(Path file, Custodian person, Jobs.Progress progress) throws IOException {
        try (Archive writing = Archive.write(archive.settings().folder(), archive.clock())) {
            Reconciliation run = new Ingest(Rooms.of(writing))
                    .run(
                            new IngestRequest(file, SourceType.AUTO, new IngestRequest.Custody.One(person)),
                            (soFar, expected) -> progress.advanced(soFar.bytes(), Math.max(0, expected)));
            return words(run);
        } finally {
            FileSystemUtils.deleteRecursively(file.resolveSibling(""));
        }
    }

    private static String words(Reconciliation run) {
        StringBuilder words =
                new StringBuilder("Run " + run.run() + ": " + run.read() + " messages read = " + run.stored()
                        + " stored + " + run.duplicates() + " duplicates + " + run.unreadable() + " unreadable + "
                        + run.rejected() + " rejected.");
        run.rejections().stream()
                .limit(20)
                .forEach(one ->
                        words.append('\n').append(one.place()).append(": ").append(one.reason()));
        return words.toString();
    }
}
