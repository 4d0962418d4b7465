package org.muniment.api.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.muniment.api.DisclosedItem;
import org.muniment.api.ShownProduction;
import org.muniment.api.web.Allowed;
import org.muniment.api.web.NotThere;
import org.muniment.api.web.Who;
import org.muniment.api.web.items.BundleLooks;
import org.muniment.api.web.requests.BundleWork;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Area;
import org.muniment.archive.access.Role;
import org.muniment.archive.production.Production;
import org.muniment.archive.production.ProductionId;
import org.muniment.archive.request.RecordsRequest;
import org.muniment.batch.produce.Scope;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was made for requesters, courts and archives, and its files. */
@RestController
@RequestMapping(ApiSecurity.ROOT + "/productions")
@Allowed({Role.CLERK, Role.LEGAL})
@For(Area.PRODUCTIONS)
class ProductionsApi {
    private final Archive archive;
    private final Answers answers;
    private final BundleWork work;
    private final BundleLooks looks;

    ProductionsApi(Archive archive, Answers answers, BundleWork work, BundleLooks looks) {
        this.archive = archive;
        this.answers = answers;
        this.work = work;
        this.looks = looks;
    }

    /** A file of a package, by its path in it. */
    record PackageFile(String path, long size) {}

    /** @param reason why it does not go out */
    record Abandon(String reason) {}

    @GetMapping
    @Does(value = "The latest productions, the newest first", gives = ShownProduction.class, many = true)
    ResponseEntity<byte[]> list(
            @RequestParam(required = false) @Nullable String after, @RequestParam(defaultValue = "100") int limit) {
        ProductionId last = after == null ? null : new ProductionId(after);
        List<Production> read = archive.productions().latest(last, Answers.limit(limit) + 1);
        return answers.page(read.stream().map(ShownProduction::of).toList(), limit, ShownProduction::id);
    }

    @GetMapping("/{production}")
    @Does(value = "A production", gives = ShownProduction.class)
    ResponseEntity<byte[]> show(@PathVariable String production) {
        return answers.one(ShownProduction.of(found(production)));
    }

    @GetMapping("/{production}/items")
    @Does(value = "What a production says of each item", gives = DisclosedItem.class, many = true)
    ResponseEntity<byte[]> items(
            @PathVariable String production,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "100") int limit) {
        List<DisclosedItem> read =
                DisclosedItem.of(archive, found(production), Math.max(0, after), Answers.limit(limit) + 1);
        return answers.page(read, limit, last -> after + limit);
    }

    @GetMapping("/{production}/files")
    @Does(value = "The files of a production's package", gives = PackageFile.class, many = true)
    ResponseEntity<byte[]> files(@PathVariable String production) {
        Path folder = folder(found(production));
        try (Stream<Path> files = Files.walk(folder)) {
            List<PackageFile> all = files.filter(Files::isRegularFile)
                    .sorted()
                    .map(file -> new PackageFile(
                            folder.relativize(file).toString(), file.toFile().length()))
                    .toList();
            return answers.all(all);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @GetMapping("/{production}/files/{*path}")
    @Does(
            value =
                    "A file of a production's package, or a range of its bytes; a download is a look at each of its items"
                            + " that is recorded",
            media = "application/octet-stream")
    ResponseEntity<Resource> file(
            Who who, @PathVariable String production, @PathVariable String path, HttpServletRequest asked) {
        Production found = found(production);
        Path folder = folder(found);
        Path file = folder.resolve(path.replaceFirst("^/+", "")).normalize();
        if (!file.startsWith(folder) || !Files.isRegularFile(file)) {
            throw new NotThere();
        }
        looks.sending(
                who, found, folder.relativize(file).toString(), file.toFile().length(), asked);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(String.valueOf(file.getFileName()), java.nio.charset.StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(new FileSystemResource(file));
    }

    @PostMapping("/{production}/check")
    @Does(
            value = "Records that a second person checked a production; its package must be the one that was built",
            takes = Nothing.class,
            gives = ShownProduction.class)
    ResponseEntity<byte[]> check(
            Who who,
            @PathVariable String production,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestBody byte[] body) {
        Production found = unchanged(production, match);
        answers.read(body, Nothing.class);
        folder(found);
        work.check(found, who);
        return show(production);
    }

    @PostMapping("/{production}/release")
    @Allowed(Role.CLERK)
    @Does(value = "Records that a production is given out", takes = Nothing.class, gives = ShownProduction.class)
    ResponseEntity<byte[]> release(
            Who who,
            @PathVariable String production,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestBody byte[] body) {
        Production found = unchanged(production, match);
        answers.read(body, Nothing.class);
        work.release(found, request(found), who);
        return show(production);
    }

    @PostMapping("/{production}/abandonment")
    @Does(
            value = "Gives up a production that was not released; its numbers stay a gap",
            takes = Abandon.class,
            gives = ShownProduction.class)
    ResponseEntity<byte[]> abandon(
            Who who,
            @PathVariable String production,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestBody byte[] body) {
        Production found = unchanged(production, match);
        work.abandon(
                found, Needed.of("reason", answers.read(body, Abandon.class).reason()), who);
        return show(production);
    }

    private @Nullable RecordsRequest request(Production production) {
        return archive.requests().list().stream()
                .filter(one -> new Scope.OfRequest(one.id())
                        .about()
                        .equals(production.order().about()))
                .findFirst()
                .orElse(null);
    }

    private Production unchanged(String production, @Nullable String match) {
        Production found = found(production);
        answers.require(match, ShownProduction.of(found));
        return found;
    }

    private Production found(String production) {
        return Ids.of(ProductionId::new, production)
                .flatMap(archive.productions()::find)
                .orElseThrow(NotThere::new);
    }

    /** The one in the archive's folder; a package that was built elsewhere is fetched there. */
    private Path folder(Production production) {
        Path folder = ShownProduction.folder(archive, production);
        if (!Files.isDirectory(folder)) {
            throw new NotThere();
        }
        return folder;
    }
}
