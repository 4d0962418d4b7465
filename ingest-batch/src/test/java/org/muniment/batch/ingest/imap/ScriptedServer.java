package org.muniment.batch.ingest.imap;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A small mail server that tells the truth until a test overrides what it says: one account, messages by folder and UID,
 * what an archive asks of a server and no more.
 */
class ScriptedServer implements AutoCloseable {
    private static final Pattern FETCH = Pattern.compile("UID FETCH (\\S+) \\((.*)\\)");

    /** A body in the middle of which the server hangs up. */
    static final String HANGS_UP = "{1000}\r\nFrom: \0";

    private final ServerSocket door;
    private final Map<String, Map<Long, String>> folders = new LinkedHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    ScriptedServer() {
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        folders.put("INBOX", new TreeMap<>());
        Thread.ofVirtual().start(this::serve);
    }

    final int port() {
        return door.getLocalPort();
    }

    final ScriptedServer holds(String folder, long uid, String message) {
        folders.computeIfAbsent(folder, any -> new TreeMap<>()).put(uid, message);
        return this;
    }

    /** Every command, without its tag. */
    final List<String> asked() {
        return asked;
    }

    String capabilities() {
        return "IMAP4rev1 AUTH=PLAIN AUTH=XOAUTH2";
    }

    /** How a command ends. */
    String end(String command) {
        return "OK done";
    }

    String list(String folder) {
        return "() \"/\" \"" + folder + "\"";
    }

    int exists(String folder, int truly) {
        return truly;
    }

    String uidvalidity() {
        return "1700000000";
    }

    /** Whether a message is in a list of UIDs. */
    boolean lists(long uid) {
        return true;
    }

    String internalDate(long uid) {
        return "\"02-Mar-2026 17:30:00 +0000\"";
    }

    String flags(long uid) {
        return "()";
    }

    /** More that is told of a message. */
    String more(long uid) {
        return "";
    }

    long size(long uid, String message) {
        return message.length();
    }

    /** What stands for a message's body. */
    String body(long uid, String message) {
        return "{" + message.length() + "}\r\n" + message;
    }

    private void serve() {
        try {
            while (true) {
                Socket client = door.accept();
                Thread.ofVirtual().start(() -> talk(client));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void talk(Socket client) {
        try (client) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
            OutputStream out = client.getOutputStream();
            say(out, "* OK ready\r\n");
            String folder = "INBOX";
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                int space = line.indexOf(' ');
                String tag = line.substring(0, space);
                String command = line.substring(space + 1);
                asked.add(command);
                if (command.startsWith("EXAMINE ")) {
                    folder = command.substring(8).replace("\"", "");
                }
                if (command.startsWith("AUTHENTICATE") && command.split(" ").length == 2) {
                    say(out, "+ \r\n");
                    asked.add(new String(Base64.getDecoder().decode(in.readLine()), StandardCharsets.UTF_8));
                }
                say(out, answer(command, folder));
                say(out, tag + " " + end(command) + "\r\n");
            }
        } catch (HungUp | IOException gone) {
            // The client may hang up, and so may this server.
        }
    }

    private static final class HungUp extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private static void say(OutputStream out, String words) throws IOException {
        int cut = words.indexOf('\0');
        out.write((cut < 0 ? words : words.substring(0, cut)).getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
        if (cut >= 0) {
            throw new HungUp();
        }
    }

    private String answer(String command, String folder) {
        if (command.startsWith("CAPABILITY")) {
            return "* CAPABILITY " + capabilities() + "\r\n";
        }
        if (command.startsWith("LIST")) {
            StringBuilder all = new StringBuilder();
            folders.keySet()
                    .forEach(one -> all.append("* LIST ").append(list(one)).append("\r\n"));
            return all.toString();
        }
        Map<Long, String> messages = folders.getOrDefault(folder, Map.of());
        if (command.startsWith("EXAMINE")) {
            return "* " + exists(folder, messages.size()) + " EXISTS\r\n* OK [UIDVALIDITY " + uidvalidity()
                    + "] ok\r\n";
        }
        Matcher fetch = FETCH.matcher(command);
        return fetch.matches() ? fetched(messages, fetch.group(1), fetch.group(2)) : "";
    }

    private String fetched(Map<Long, String> messages, String set, String items) {
        StringBuilder all = new StringBuilder();
        int number = 0;
        for (Map.Entry<Long, String> one : messages.entrySet()) {
            number++;
            long uid = one.getKey();
            if (isIn(set, uid) && lists(uid)) {
                all.append("* ").append(number).append(" FETCH (UID ").append(uid);
                told(all, uid, one.getValue(), items);
                all.append(")\r\n");
            }
        }
        return all.toString();
    }

    private void told(StringBuilder all, long uid, String message, String items) {
        if (items.contains("RFC822.SIZE")) {
            all.append(" FLAGS ").append(flags(uid)).append(" INTERNALDATE ").append(internalDate(uid));
            all.append(" RFC822.SIZE ").append(size(uid, message)).append(more(uid));
        }
        Matcher part = Pattern.compile("BODY.PEEK\\[\\](<(\\d+)\\.\\d+>)?").matcher(items);
        if (part.find()) {
            int from = part.group(2) == null ? 0 : Integer.parseInt(part.group(2));
            String body = body(uid, message.substring(Math.min(from, message.length())));
            all.append(" BODY[]")
                    .append(part.group(2) == null ? "" : "<" + from + ">")
                    .append(' ');
            all.append(body);
        }
    }

    private static boolean isIn(String set, long uid) {
        for (String range : set.split(",")) {
            List<String> ends = new ArrayList<>(List.of(range.split(":")));
            long first = Long.parseLong(ends.getFirst());
            long last = ends.getLast().equals("*") ? Long.MAX_VALUE : Long.parseLong(ends.getLast());
            if (uid >= first && uid <= last) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
