package org.muniment.archive.store;

/** There is no object with this digest in the store. */
public final class ObjectMissing extends StoreException {
    private static final long serialVersionUID = 1L;

    public ObjectMissing(Digest digest, String where) {
        super("Object " + digest + " is not in " + where + ". Restore it from a backup, then run: muniment verify");
    }
}
