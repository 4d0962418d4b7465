package org.muniment.api.web;

/** The page where the first account is made, when nobody has one. Safe for many threads. */
public interface FirstLink {
    /** Whether nobody has an account. */
    boolean isWanted();

    /** The path of the page: a secret, to be told to whoever started the server and to nobody else. */
    String path();
}
