package org.muniment.archive.store;

class InMemoryObjectStoreTest implements ObjectStoreContract, DamageContract {
    private final InMemoryObjectStore store = new InMemoryObjectStore();

    @Override
    public ObjectStore store() {
        return store;
    }

    @Override
    public void flip(Digest digest, int position) {
        store.flip(digest, position);
    }
}
