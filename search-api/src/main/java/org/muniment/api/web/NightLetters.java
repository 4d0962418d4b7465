package org.muniment.api.web;

/** The letters that a night's work ends with. */
public interface NightLetters {
    /** Sends those that are due, and says in a sentence what came of it. */
    String send();
}
