package org.muniment.batch.ingest.outlook;

import com.pff.PSTException;
import com.pff.PSTFile;
import com.pff.PSTFolder;
import com.pff.PSTMessage;
import com.pff.PSTObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.muniment.archive.item.outlook.OutlookMime;
import org.muniment.archive.store.Spool;

/**
 * Walks the folders of a data file in their order and gives every message, and every one that cannot be read. Everything has
 * an ordinal, the same each time; a folder has one too, though nothing is given for it.
 */
final class PstWalk {
    private static final int DEEPEST = 200;
    /** More missing messages of a folder than these are named together: each says how many there are. */
    private static final int MOST_NAMED = 1_000;

    private static final Set<String> TOPS =
            Set.of("Top of Personal Folders", "Top of Outlook data file", "Top of Information Store", "IPM_SUBTREE");

    private final Out out;
    private final long after;
    private final Set<Long> deadly;
    private final Set<Long> seen = new HashSet<>();
    private final Path folder = Path.of(System.getProperty("java.io.tmpdir"));
    private long ordinal;

    /** Takes what is found. */
    @FunctionalInterface
    interface Out {
        void write(PstFrame frame) throws IOException;
    }

    PstWalk(Out out, long after, Set<Long> deadly) {
        this.out = out;
        this.after = after;
        this.deadly = deadly;
    }

    void read(Path file) throws IOException {
        PSTFile pst;
        PSTFolder root;
        try {
            pst = new PSTFile(file.toFile());
            root = pst.getRootFolder();
        } catch (PSTException | IOException | RuntimeException e) {
            ordinal++;
            unread("", "this Outlook data file can't be opened: " + words(e));
            return;
        }
        try {
            folders(pst, root, "", 0);
        } finally {
            pst.close();
        }
    }

    private static String words(Exception e) {
        return "damaged (" + e.getClass().getSimpleName() + ")";
    }

    private void unread(String place, String reason) throws IOException {
        if (ordinal > after) {
            out.write(new PstFrame.Unread(ordinal, place, reason));
        }
    }

    private void folders(PSTFile pst, PSTFolder parent, String path, int depth) throws IOException {
        if (turn(path.isEmpty() ? "" : path + "/")) {
            return;
        }
        List<PSTFolder> children;
        try {
            children = new ArrayList<>(parent.getSubFolders());
        } catch (PSTException | IOException | RuntimeException e) {
            ordinal++;
            unread(path, "the folders within this one can't be listed: " + words(e));
            return;
        }
        for (PSTFolder child : children) {
            String name = child.getDisplayName().replace('/', '_').strip();
            String its = depth == 0 && TOPS.contains(name) ? "" : path.isEmpty() ? name : path + "/" + name;
            if (isSearch(child) || !seen.add(child.getDescriptorNodeId())) {
                continue;
            }
            messages(pst, child, its);
            if (depth < DEEPEST) {
                folders(pst, child, its, depth + 1);
            }
        }
    }

    /** A search folder lists messages of others. */
    private static boolean isSearch(PSTFolder folder) {
        return folder.getNodeType() == PSTObject.NID_TYPE_SEARCH_FOLDER;
    }

    /** Counts one up and says so; true when it is deadly. */
    private boolean turn(String place) throws IOException {
        ordinal++;
        if (deadly.contains(ordinal)) {
            return true;
        }
        out.write(new PstFrame.Turn(ordinal, place));
        return false;
    }

    private void messages(PSTFile pst, PSTFolder in, String path) throws IOException {
        if (turn(path + "/")) {
            return;
        }
        List<Integer> nodes = List.of();
        String broken = "";
        try {
            nodes = List.copyOf(in.getChildDescriptorNodes());
        } catch (PSTException | IOException | RuntimeException e) {
            broken = words(e);
        }
        int distinct = 0;
        for (int node : nodes) {
            if (seen.add(node & 0xffffffffL)) {
                distinct++;
                message(pst, node & 0xffffffffL, path);
            }
        }
        int missing = in.getContentCount() - distinct;
        for (int i = 0; i < Math.min(missing, MOST_NAMED); i++) {
            ordinal++;
            unread(path + "/missing-" + (i + 1), missing(in, distinct, broken));
        }
        if (missing <= 0 && !broken.isEmpty()) {
            ordinal++;
            unread(path + "/", "the messages of this folder can't be listed: " + broken);
        }
    }

    private static String missing(PSTFolder in, int found, String broken) {
        return "this folder counts " + in.getContentCount() + " messages and lists " + found
                + (broken.isEmpty() ? "" : ", since its list is " + broken);
    }

    private void message(PSTFile pst, long node, String path) throws IOException {
        String place = (path.isEmpty() ? "" : path + "/") + node;
        boolean skipped = turn(place);
        if (skipped || ordinal <= after) {
            return;
        }
        PstFrame frame;
        try {
            frame = read(pst, node, place, path);
        } catch (PSTException | IOException | RuntimeException | StackOverflowError e) {
            frame = new PstFrame.Unread(
                    ordinal,
                    place,
                    "damaged: the message can't be read (" + e.getClass().getSimpleName() + ")");
        }
        out.write(frame);
        if (frame instanceof PstFrame.Message whole) {
            whole.bytes().close();
        }
    }

    private PstFrame read(PSTFile pst, long node, String place, String path) throws PSTException, IOException {
        if (!(PSTObject.detectAndLoadPSTObject(pst, node) instanceof PSTMessage message)) {
            return new PstFrame.Unread(ordinal, place, "it is listed as a message and is none");
        }
        Spool mime = OutlookMime.write(new PstMessage(message, folder, 0).read(), folder);
        return new PstFrame.Message(ordinal, place, path, PstMessage.flags(message), mime);
    }
}
