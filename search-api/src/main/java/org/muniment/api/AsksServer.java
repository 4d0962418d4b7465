package org.muniment.api;

/** A command that can also be asked of a running server, with {@code --server}. */
interface AsksServer {
    /**
     * Asks the server instead of opening an archive's folder.
     *
     * @return the exit code
     */
    int ask(RemoteServer server);
}
