package org.muniment.archive.hold;

/** A step of a hold's release. */
enum Step {
    REQUESTED,
    APPROVED
}
