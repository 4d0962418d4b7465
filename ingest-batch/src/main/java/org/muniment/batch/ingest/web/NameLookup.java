package org.muniment.batch.ingest.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Finds the network addresses of a name. */
@FunctionalInterface
public interface NameLookup {
    /** The machine's own way. */
    NameLookup SYSTEM = name -> List.of(InetAddress.getAllByName(name));

    List<InetAddress> of(String name) throws UnknownHostException;
}
