package org.muniment.api.web;

/** Something that the server does once a night, when the night's work is done. */
public interface AfterNight {
    void run();
}
