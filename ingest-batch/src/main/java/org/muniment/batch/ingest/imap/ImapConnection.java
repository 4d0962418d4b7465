package org.muniment.batch.ingest.imap;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.angus.mail.iap.Argument;
import org.eclipse.angus.mail.iap.Literal;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.imap.protocol.BASE64MailboxDecoder;
import org.eclipse.angus.mail.imap.protocol.BASE64MailboxEncoder;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.eclipse.angus.mail.imap.protocol.MailboxInfo;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.store.Spool;
import org.muniment.archive.store.SpoolWriter;

/**
 * A connection to a mail account, logged in. It asks for messages by UID only, never by a search, a date or a flag, and
 * changes nothing but what it is told by UID. For one thread. After {@link ImapProblem.Lost} it is of no more use.
 */
public final class ImapConnection implements AutoCloseable {
    /** Larger messages come in portions of so many bytes. */
    private static final int PORTION = 4 << 20;

    private static final DateTimeFormatter INTERNAL_DATE =
            DateTimeFormatter.ofPattern("dd-MMM-uuuu HH:mm:ss Z", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Wire wire;
    private final String host;
    private final String items;

    ImapConnection(Wire wire, String host) {
        this.wire = wire;
        this.host = host;
        this.items = "(UID FLAGS INTERNALDATE RFC822.SIZE" + (isGmail() ? " X-GM-LABELS)" : ")");
    }

    /** Whether the server removes single messages exactly (UIDPLUS, RFC 4315). */
    public boolean removesExactly() {
        return wire.hasCapability("UIDPLUS") || wire.hasCapability("IMAP4rev2");
    }

    /** Whether folders are views of one mailbox, as Gmail's labels are. */
    public boolean isGmail() {
        return wire.hasCapability("X-GM-EXT-1");
    }

    /** All folders that hold messages, by name. */
    public List<MailFolder> folders() throws ImapProblem {
        Map<String, MailFolder> found = new TreeMap<>();
        Argument all = new Argument();
        all.writeString("");
        all.writeString("*");
        wire.send("LIST", all, line -> {
            if (line.keyEquals("LIST")) {
                folder(line).ifPresent(one -> found.put(one.wire(), one));
            }
        });
        if (found.values().stream().noneMatch(one -> one.name().equalsIgnoreCase("INBOX"))) {
            throw new ImapProblem.Garbled(
                    "the list of folders that " + host + " gives has no INBOX, so it is not whole");
        }
        return found.values().stream().filter(MailFolder::holdsMessages).toList();
    }

    private static Optional<MailFolder> folder(IMAPResponse line) {
        String @Nullable [] attributes = line.readSimpleList();
        @Nullable String separator = line.readAtomString();
        @Nullable String written = line.readAtomString();
        if (written == null || written.isEmpty()) {
            return Optional.empty();
        }
        String name = written.equalsIgnoreCase("INBOX") ? "INBOX" : BASE64MailboxDecoder.decode(written);
        boolean flat = separator == null || separator.isEmpty() || separator.equalsIgnoreCase("NIL");
        Set<String> said = attributes == null
                ? Set.of()
                : Arrays.stream(attributes)
                        .map(one -> one.toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet());
        return Optional.of(new MailFolder(written, name, flat ? name : name.replace(separator, "/"), said));
    }

    /** Opens a folder to read it: nothing in it changes. */
    public OpenFolder examine(MailFolder folder) throws ImapProblem {
        return open("EXAMINE", folder);
    }

    /** Opens a folder to change it. */
    public OpenFolder select(MailFolder folder) throws ImapProblem {
        return open("SELECT", folder);
    }

    private OpenFolder open(String command, MailFolder folder) throws ImapProblem {
        List<IMAPResponse> said = new ArrayList<>();
        wire.send(command, new Argument().append(name(folder.wire())), said::add);
        try {
            MailboxInfo info = new MailboxInfo(said.toArray(IMAPResponse[]::new));
            if (info.total < 0) {
                throw new ImapProblem.Garbled(host + " does not say how many messages " + folder.name() + " holds");
            }
            if (info.uidvalidity <= 0) {
                throw new ImapProblem.Garbled(host + " gives the folder " + folder.name()
                        + " no UIDVALIDITY, so its messages can't be told apart");
            }
            return new OpenFolder(folder, info.uidvalidity, info.total, info.mode == 1);
        } catch (ProtocolException e) {
            throw new ImapProblem.Garbled(host + " opens the folder " + folder.name() + " in words that make no sense");
        }
    }

    private static Argument name(String written) {
        Argument name = new Argument();
        name.writeString(written);
        return name;
    }

    /**
     * The UIDs of all messages in the open folder, ascending.
     *
     * @throws ImapProblem.Garbled when they are fewer than the server says there are
     */
    public List<Long> uids(OpenFolder open) throws ImapProblem {
        TreeSet<Long> found = new TreeSet<>();
        long[] expunged = new long[1];
        if (open.messages() > 0) {
            wire.send("UID FETCH 1:* (UID)", line -> {
                expunged[0] += line.keyEquals("EXPUNGE") ? 1 : 0;
                if (line instanceof FetchLine message) {
                    found.add(message.uid());
                }
            });
        }
        found.remove(0L);
        if (found.size() < open.messages() - expunged[0]) {
            throw new ImapProblem.Garbled(host + " says that " + open.folder().name() + " holds " + open.messages()
                    + " messages, and lists " + found.size());
        }
        return List.copyOf(found);
    }

    /** The UIDs of messages in the open folder that came after one, ascending. */
    public List<Long> uidsAfter(long uid) throws ImapProblem {
        TreeSet<Long> found = new TreeSet<>();
        wire.send("UID FETCH " + (uid + 1) + ":* (UID)", line -> {
            // The range always has the last message in it, whatever its UID (RFC 9051, sequence-set).
            if (line instanceof FetchLine message && message.uid() > uid) {
                found.add(message.uid());
            }
        });
        return List.copyOf(found);
    }

    /** Lets the server tell itself what others have changed since: it may answer from before otherwise. */
    public void refresh() throws ImapProblem {
        wire.send("NOOP", line -> {});
    }

    /** What the server tells of messages of the open folder, by UID; those it does not tell of are left out. */
    public Map<Long, ListedMessage> list(Collection<Long> uids) throws ImapProblem {
        Map<Long, ListedMessage> found = new TreeMap<>();
        Set<Long> asked = new HashSet<>(uids);
        wire.send("UID FETCH " + UidSets.write(uids) + " " + items, line -> {
            if (line instanceof FetchLine message && asked.contains(message.uid())) {
                found.merge(message.uid(), ListedMessage.of(message), ImapConnection::fuller);
            }
        });
        return found;
    }

    /** A server may repeat a message's flags without being asked, and nothing else. */
    private static ListedMessage fuller(ListedMessage one, ListedMessage other) {
        return other.internalDate().isEmpty() && other.size() == 0 ? one : other;
    }

    /** The bytes of small messages, together; those the server does not give whole are left out. */
    public Map<Long, byte[]> bytes(Collection<Long> uids) throws ImapProblem {
        Map<Long, byte[]> found = new HashMap<>();
        Set<Long> asked = new HashSet<>(uids);
        wire.send("UID FETCH " + UidSets.write(uids) + " (UID BODY.PEEK[])", line -> {
            if (line instanceof FetchLine message && message.isWhole() && asked.contains(message.uid())) {
                message.body().ifPresent(body -> found.put(message.uid(), body));
            }
        });
        return found;
    }

    /**
     * The bytes of a message of any size, in portions; empty when the server gives none. Memory holds one portion.
     *
     * @param size as the server told; reading goes on beyond it as long as there is more
     * @param most bytes that are wanted; reading ends behind them
     */
    public Optional<Spool> bytes(long uid, long size, long most, Path folder) throws ImapProblem {
        try (SpoolWriter spool = new SpoolWriter(folder)) {
            boolean more = true;
            while (more) {
                Optional<byte[]> portion = portion(uid, spool.size());
                if (portion.isEmpty()) {
                    return Optional.empty();
                }
                byte[] bytes = portion.orElseThrow();
                spool.write(bytes, 0, bytes.length);
                boolean last = bytes.length == 0 || (bytes.length < PORTION && spool.size() >= size);
                more = !last && spool.size() <= most;
            }
            return Optional.of(spool.finish());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<byte[]> portion(long uid, long from) throws ImapProblem {
        byte[][] found = new byte[1][];
        wire.send("UID FETCH " + uid + " (UID BODY.PEEK[]<" + from + "." + PORTION + ">)", line -> {
            if (line instanceof FetchLine message && message.isWhole() && message.uid() == uid) {
                message.body().ifPresent(body -> found[0] = body);
            }
        });
        return Optional.ofNullable(found[0]);
    }

    /** Marks exactly these messages of the open folder as deleted, or takes the mark off. */
    public void markDeleted(Collection<Long> uids, boolean marked) throws ImapProblem {
        String sign = marked ? " +" : " -";
        wire.send("UID STORE " + UidSets.write(uids) + sign + "FLAGS.SILENT (\\Deleted)", line -> {});
    }

    /** Removes exactly these messages of the open folder, when they are marked (UID EXPUNGE, RFC 4315). */
    public void expunge(Collection<Long> uids) throws ImapProblem {
        if (!removesExactly()) {
            throw new ImapProblem.Refused(host + " has no UIDPLUS, so messages can't be removed exactly");
        }
        wire.send("UID EXPUNGE " + UidSets.write(uids), line -> {});
    }

    /** Creates a folder and subscribes to it. */
    public void create(MailFolder folder) throws ImapProblem {
        wire.send("CREATE", name(folder.wire()), line -> {});
        wire.send("SUBSCRIBE", name(folder.wire()), line -> {});
    }

    /** A folder that is not there yet, by the name people give it, {@code /} between levels. */
    public MailFolder named(String path) throws ImapProblem {
        String[] separator = {"/"};
        Argument none = new Argument();
        none.writeString("");
        none.writeString("");
        wire.send("LIST", none, line -> {
            if (line.keyEquals("LIST")) {
                line.readSimpleList();
                @Nullable String said = line.readAtomString();
                separator[0] = said == null || said.isEmpty() || said.equals("NIL") ? "/" : said;
            }
        });
        String name = path.replace("/", separator[0]);
        return new MailFolder(BASE64MailboxEncoder.encode(name), name, path, Set.of());
    }

    /**
     * Appends a message.
     *
     * @param flags system flags and keywords as IMAP writes them
     * @param received its INTERNALDATE; null leaves it to the server
     */
    public void append(MailFolder folder, List<String> flags, @Nullable Instant received, Spool message)
            throws ImapProblem {
        Argument arguments = name(folder.wire());
        arguments.writeAtom("(" + String.join(" ", flags) + ")");
        if (received != null) {
            arguments.writeString(INTERNAL_DATE.format(received));
        }
        arguments.writeBytes(new Literal() {
            @Override
            public int size() {
                return Math.toIntExact(message.size());
            }

            @Override
            public void writeTo(OutputStream out) throws IOException {
                try (InputStream in = message.open()) {
                    in.transferTo(out);
                }
            }
        });
        wire.send("APPEND", arguments, line -> {});
    }

    @Override
    public void close() {
        try {
            wire.logout();
        } catch (ProtocolException gone) {
            wire.disconnect();
        }
    }
}
