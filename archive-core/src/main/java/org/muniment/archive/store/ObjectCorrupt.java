package org.muniment.archive.store;

/** The bytes of an object no longer hash to its digest. */
public final class ObjectCorrupt extends StoreException {
    private static final long serialVersionUID = 1L;

    public ObjectCorrupt(Digest expected, Digest found, String where) {
        super("Object " + expected + " in " + where + " now hashes to " + found
                + ". Restore it from a backup, then run: muniment verify");
    }

    /** @param what is wrong with what is stored, such as that it "was cut off" */
    ObjectCorrupt(Digest object, String what, String where) {
        super("Object " + object + " in " + where + " " + what
                + ". Restore it from a backup, then run: muniment verify");
    }
}
