package org.muniment.archive.item.reading;

/** Is shown each part of an item while it is read, so that what a page needs can be kept beyond the reading. */
interface Keeper {
    /** Keeps nothing: for reading facts and words. */
    Keeper NONE = new Keeper() {
        @Override
        public void part(String place, Entity entity) {}

        @Override
        public void file(AttachedFile file) {}
    };

    /** A leaf that is no text of the body, before its files are shown. */
    void part(String place, Entity entity);

    /** A file that was just listed; its content is gone after this call. */
    void file(AttachedFile file);
}
