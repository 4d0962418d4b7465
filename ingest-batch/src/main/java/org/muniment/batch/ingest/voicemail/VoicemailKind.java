package org.muniment.batch.ingest.voicemail;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.Archive;
import org.muniment.batch.ingest.IngestRequest.Custody;
import org.muniment.batch.ingest.sources.Account;
import org.muniment.batch.ingest.sources.FilesKind;
import org.muniment.batch.ingest.sources.SettingsProblem;
import org.muniment.batch.ingest.sources.SourceKind;
import org.muniment.batch.ingest.sources.SourceSettings;

/** {@code type: voicemail}: a folder of recordings with their transcripts and facts. */
public final class VoicemailKind implements SourceKind {
    private static final Duration LIMIT = Duration.ofMinutes(10);

    private final ZoneId zone;
    private final Transcriber.Known known;

    /** @param archive in which recordings that were transcribed before are found */
    public VoicemailKind(Archive archive) {
        this(archive.settings().zone(), new KnownTranscripts(archive));
    }

    VoicemailKind(ZoneId zone, Transcriber.Known known) {
        this.zone = zone;
        this.known = known;
    }

    @Override
    public String type() {
        return "voicemail";
    }

    @Override
    public List<Account> accounts(SourceSettings settings) throws SettingsProblem {
        Path path = settings.path("path");
        boolean byMailbox = settings.flag("mailbox-custodians", false);
        Custody custody = byMailbox
                ? new Custody.ByFolder(
                        settings.has("custodian") ? Optional.of(settings.custodian("custodian")) : Optional.empty())
                : settings.custody();
        @Nullable Transcriber transcriber = transcriber(settings);
        VoicemailSource source = new VoicemailSource(path, byMailbox, zone, transcriber);
        return List.of(new Account(
                source,
                custody,
                () -> FilesKind.check(path).or(() -> transcriber == null ? Optional.empty() : transcriber.check())));
    }

    private @Nullable Transcriber transcriber(SourceSettings settings) throws SettingsProblem {
        List<String> command = settings.texts("transcriber");
        Duration limit = settings.period("transcriber-limit", LIMIT);
        if (command.isEmpty()) {
            return null;
        }
        if (command.stream().noneMatch(part -> part.contains("{audio}"))) {
            throw settings.problem(
                    "transcriber",
                    "transcriber does not say where the recording goes",
                    "Write {audio} as one of its arguments, as in [whisper-words, \"{audio}\"]");
        }
        return new Transcriber(command, limit, known);
    }
}
