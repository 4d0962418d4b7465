import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Checks a production with nothing but Java 17 or later: that no file was changed, is missing or was added, that the district
 * signed it, and that the district's ledger has it. It reads the folder, writes nothing, and asks nobody.
 *
 *   java VERIFY/VerifyProduction.java FOLDER [KEY]
 *
 * FOLDER is the production's folder, a dot for the one you are in. KEY is the district's public key, or a file that has it, as
 * the district publishes it; without it, the key in the folder is taken and printed: compare it. Ends with 0 when all is well,
 * with 1 when something is wrong. It does not check the time stamp's signature: README.txt says how to do that with openssl.
 */
public class VerifyProduction {
    private static final String JSON = "production.json";
    private static final String SIG = "production.json.sig";
    private static final String PROOF = "production.tlog-proof";
    private static final String STAMP = "production.tsr";
    private static final String MANIFEST = "manifest-sha256.txt";
    private static final String TAGS = "tagmanifest-sha256.txt";
    private static final String HEX = "([0-9a-f]{64})";
    private static final Pattern LINE = Pattern.compile(HEX + "  ([A-Za-z0-9._-]+(?:/[A-Za-z0-9._-]+)*)\n");

    private final Path folder;
    private final List<String> faults = new ArrayList<>();
    private String key = "";
    private String about = "";
    private int files;

    VerifyProduction(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] arguments) throws Exception {
        if (arguments.length < 1 || arguments.length > 2) {
            System.err.println("java VERIFY/VerifyProduction.java FOLDER [KEY]");
            System.exit(2);
        }
        String given = arguments.length == 1 ? "" : arguments[1];
        if (!given.isEmpty() && Files.isRegularFile(Path.of(given))) {
            given = Files.readString(Path.of(given)).strip();
        }
        VerifyProduction check = new VerifyProduction(Path.of(arguments[0]));
        check.run(given);
        check.faults.forEach(fault -> System.out.println("FAULT  " + fault));
        if (!check.faults.isEmpty()) {
            System.out.println(check.faults.size() + " faults found. Do not rely on this production.");
            System.exit(1);
        }
        System.out.println(check.about + " is whole: " + check.files + " files are as they were when it was signed.");
        System.out.println(
                given.isEmpty()
                        ? "Compare the key with the one that the district publishes: " + check.key
                        : "Signed with the key that you gave.");
    }

    /** What is wrong: a file, a colon, and a sentence. For other programs. */
    public static List<String> faults(Path folder, String key) throws IOException {
        VerifyProduction check = new VerifyProduction(folder);
        check.run(key);
        return check.faults;
    }

    private void run(String given) throws IOException {
        SortedSet<String> there = list();
        if (!there.contains(JSON)) {
            fault(JSON, "It is missing: nothing else can be checked without it");
            return;
        }
        byte[] bytes = Files.readAllBytes(folder.resolve(JSON));
        String json = new String(bytes, StandardCharsets.UTF_8);
        // The file has no spaces, and quotes within texts have a backslash before them: no text can look like a member.
        Matcher names = Pattern.compile("\"production\":\"(PR[0-9]+)\"").matcher(json);
        Matcher log = Pattern.compile("\"ledger\":\\{\"key\":\"([!-~]+)\",\"origin\":\"([!-~]+)\"\\}").matcher(json);
        Matcher list = Pattern.compile("\"manifest\":\\{\"bytes\":[0-9]+,\"files\":[0-9]+,\"name\":\"" + MANIFEST
                + "\",\"sha256\":\"" + HEX + "\"\\}").matcher(json);
        Matcher beside = Pattern.compile("\"files\":\\{((?:\"[A-Za-z0-9._/-]+\":\"" + HEX + "\",?)*)\\}").matcher(json);
        Matcher layout = Pattern.compile("\"layout\":\"(PDF|COURT|BAG)\"").matcher(json);
        if (!names.find() || !log.find() || !list.find() || !beside.find() || !layout.find()) {
            fault(JSON, "It is no production's paper");
            return;
        }
        about = "Production " + names.group(1);
        key = log.group(1);
        if (!given.isEmpty() && !given.equals(key)) {
            fault(JSON, "It is signed with another key than the one you gave: " + key);
        } else if (sealed(bytes, there)) {
            boolean bag = layout.group(1).equals("BAG");
            SortedSet<String> known = contents(list.group(1), beside.group(1), there);
            there.stream()
                    .filter(path -> !known.contains(path) && !isSeal(path, bag))
                    .forEach(path -> fault(path, "It does not belong to the production"));
            if (bag && faults.isEmpty()) {
                tags(there);
            }
        }
    }

    private static boolean isSeal(String path, boolean bag) {
        return List.of(MANIFEST, JSON, SIG, PROOF, STAMP).contains(path) || bag && path.equals(TAGS);
    }

    /** Whether production.json is to be trusted. */
    private boolean sealed(byte[] json, SortedSet<String> there) throws IOException {
        String entry = there.contains(PROOF) ? entry(Files.readString(folder.resolve(PROOF), StandardCharsets.ISO_8859_1)) : "";
        Matcher event = Pattern.compile("\\{\"type\":\"production-built\",.*\"file\":\"" + HEX
                + "\",\"manifest\":\"" + HEX + "\",\"stamp\":\"([0-9a-f]*)\"\\}").matcher(entry);
        if (entry.isEmpty() || !event.matches()) {
            fault(PROOF, there.contains(PROOF) ? "It is no proof that the ledger has this production" : "It is missing");
            return signed(json, false, there);
        }
        if (!event.group(1).equals(sha256(json))) {
            fault(JSON, "It was changed: its SHA-256 is " + sha256(json) + ", the ledger says " + event.group(1));
            return false;
        }
        String stamp = there.contains(STAMP) ? sha256(Files.readAllBytes(folder.resolve(STAMP))) : "";
        if (!stamp.equals(event.group(3))) {
            fault(STAMP, stamp.isEmpty() ? "It is missing" : "It is not the time stamp that the ledger says it has");
        }
        signed(json, true, there);
        return true;
    }

    /** Where the ledger knows these bytes and the signature does not fit, the signature was changed, else the bytes. */
    private boolean signed(byte[] json, boolean known, SortedSet<String> there) throws IOException {
        if (!there.contains(SIG)) {
            fault(SIG, "It is missing");
            return false;
        }
        boolean good = verifies(json, Files.readAllBytes(folder.resolve(SIG)));
        if (!good) {
            fault(known ? SIG : JSON, "The signature does not fit: one of the two was changed");
        }
        return good;
    }

    private SortedSet<String> contents(String manifest, String beside, SortedSet<String> there) throws IOException {
        SortedMap<String, String> wanted = new TreeMap<>();
        Matcher member = Pattern.compile("\"([^\"]+)\":\"" + HEX + "\"").matcher(beside);
        while (member.find()) {
            wanted.put(member.group(1), member.group(2));
        }
        byte[] list = there.contains(MANIFEST) ? Files.readAllBytes(folder.resolve(MANIFEST)) : new byte[0];
        Map<String, String> listed = lines(new String(list, StandardCharsets.ISO_8859_1));
        if (!there.contains(MANIFEST)) {
            fault(MANIFEST, "It is missing");
        } else if (!sha256(list).equals(manifest) || listed.isEmpty()) {
            fault(MANIFEST, "It was changed: its SHA-256 is " + sha256(list) + ", production.json says " + manifest);
        } else {
            wanted.putAll(listed);
            hold(wanted, there);
            return new TreeSet<>(wanted.keySet());
        }
        // What an unreliable list does not name can't be called too much.
        hold(wanted, there);
        return there;
    }

    private void hold(SortedMap<String, String> wanted, SortedSet<String> there) throws IOException {
        for (Map.Entry<String, String> one : wanted.entrySet()) {
            String path = one.getKey();
            if (!there.contains(path)) {
                fault(path, "It is missing");
            } else if (!Files.isRegularFile(folder.resolve(path), LinkOption.NOFOLLOW_LINKS)) {
                fault(path, "It is no file, but a link or something else");
            } else {
                files++;
                String is = sha256(folder.resolve(path));
                if (!is.equals(one.getValue())) {
                    fault(path, "It was changed: its SHA-256 is " + is + ", and should be " + one.getValue());
                }
            }
        }
    }

    /** The list of a bag's files that are no records: written last, so it must be what it would be now. */
    private void tags(SortedSet<String> there) throws IOException {
        StringBuilder now = new StringBuilder();
        for (String path : there) {
            if (!path.startsWith("data/") && !path.equals(TAGS)) {
                now.append(sha256(folder.resolve(path))).append("  ").append(path).append('\n');
            }
        }
        boolean same = there.contains(TAGS)
                && Arrays.equals(Files.readAllBytes(folder.resolve(TAGS)), now.toString().getBytes(StandardCharsets.US_ASCII));
        if (!same) {
            fault(TAGS, "It is missing, or was changed");
        }
    }

    private static Map<String, String> lines(String text) {
        Map<String, String> digests = new TreeMap<>();
        Matcher line = LINE.matcher(text);
        int at = 0;
        while (line.find(at) && line.start() == at) {
            digests.put(line.group(2), line.group(1));
            at = line.end();
        }
        return at == text.length() ? digests : Map.of();
    }

    /** The ledger's entry that a proof (C2SP tlog-proof) shows to be in the ledger; empty when it does not. */
    private String entry(String proof) {
        Matcher parts = Pattern.compile("c2sp\\.org/tlog-proof@v1\nextra ([A-Za-z0-9+/=]+)\nindex (0|[1-9][0-9]{0,17})\n"
                        + "((?:[A-Za-z0-9+/=]{44}\n)*)\n(([!-~]+)\n(0|[1-9][0-9]{0,17})\n([A-Za-z0-9+/=]{44})\n)\n"
                        + "\u00e2\u0080\u0094 ([!-~]+) ([A-Za-z0-9+/=]+)\n")
                .matcher(proof);
        if (!parts.matches()) {
            return "";
        }
        try {
            byte[] entry = decode(parts.group(1));
            byte[] signature = decode(parts.group(9));
            byte[] id = HexFormat.of().parseHex(key.split("\\+", 3)[1]);
            List<byte[]> path = parts.group(3).lines().map(VerifyProduction::decode).collect(Collectors.toList());
            boolean ours = parts.group(5).equals(key.split("\\+")[0])
                    && parts.group(8).equals(parts.group(5))
                    && Arrays.equals(Arrays.copyOf(signature, 4), id)
                    && verifies(parts.group(4).getBytes(StandardCharsets.ISO_8859_1), Arrays.copyOfRange(signature, 4, signature.length));
            boolean held = includes(
                    entry, Long.parseLong(parts.group(2)), Long.parseLong(parts.group(6)), path, decode(parts.group(7)));
            return ours && held ? new String(entry, StandardCharsets.US_ASCII) : "";
        } catch (IllegalArgumentException | IndexOutOfBoundsException malformed) {
            return "";
        }
    }

    /** RFC 9162, 2.1.3.2. */
    private static boolean includes(byte[] entry, long index, long size, List<byte[]> path, byte[] root) {
        if (index >= size) {
            return false;
        }
        byte[] hash = sha256(new byte[] {0}, entry);
        long node = index;
        long last = size - 1;
        for (byte[] sibling : path) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                hash = sha256(new byte[] {1}, sibling, hash);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                hash = sha256(new byte[] {1}, hash, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && Arrays.equals(hash, root);
    }

    /** A key is name+id+base64 of a byte 01 and the 32 bytes of an Ed25519 key; its id is the beginning of a digest of it. */
    private boolean verifies(byte[] text, byte[] signature) {
        try {
            String[] parts = key.split("\\+", 3);
            byte[] typed = decode(parts[2]);
            byte[] id = sha256((parts[0] + "\n").getBytes(StandardCharsets.UTF_8), typed);
            if (typed.length != 33 || typed[0] != 1 || !HexFormat.of().formatHex(id, 0, 4).equals(parts[1])) {
                return false;
            }
            byte[] x509 = HexFormat.of().parseHex("302a300506032b6570032100" + HexFormat.of().formatHex(typed, 1, 33));
            Signature verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(x509)));
            verifier.update(text);
            return verifier.verify(signature);
        } catch (GeneralSecurityException | IllegalArgumentException | IndexOutOfBoundsException malformed) {
            return false;
        }
    }

    /** Base64 with no bit to spare: what is decoded must be written the same way. */
    private static byte[] decode(String base64) {
        byte[] bytes = Base64.getDecoder().decode(base64);
        if (!Base64.getEncoder().encodeToString(bytes).equals(base64)) {
            throw new IllegalArgumentException("Not the one way to write this");
        }
        return bytes;
    }

    private SortedSet<String> list() throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(path -> !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
                    .map(path -> folder.relativize(path).toString().replace('\\', '/'))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static String sha256(Path file) throws IOException {
        MessageDigest digest = digest();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(sha256(bytes, new byte[0]));
    }

    private static byte[] sha256(byte[]... parts) {
        MessageDigest digest = digest();
        for (byte[] part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private void fault(String file, String what) {
        faults.add(file + ": " + what);
    }
}
