package org.muniment.archive.disposition;

/** A reason to keep an item. Asked when a plan is made and again, inside the lock, when it is carried out. */
public interface Veto {
    /** The same for every item it keeps, so that they can be counted. */
    String name();
}
