package org.muniment.batch.ingest.journal;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.muniment.archive.item.Address;
import org.muniment.archive.item.Correspondents;
import org.muniment.archive.item.Custodian;
import org.muniment.batch.ingest.IngestRequest;

/**
 * Whose mailboxes a journaled message is in: the author's and every recipient's on the envelope who is of the district.
 * Where the envelope names nobody but the journal itself, as where a mail server only adds a recipient, those in the
 * headers are taken for it.
 *
 * @param known addresses and aliases of the directory, in lower case, and whose they are
 * @param domains of the district, in lower case
 * @param journal whose recipients may be the journal's own address
 */
public record DistrictAddresses(Map<String, Custodian> known, Set<String> domains, Admission journal)
        implements IngestRequest.Finder {
    public DistrictAddresses {
        known = Map.copyOf(known);
        domains = Set.copyOf(domains);
    }

    @Override
    public SortedSet<Custodian> of(Correspondents people) {
        List<Address> envelope = people.envelope().stream()
                .filter(address -> !journal.isJournal(address.address()))
                .toList();
        SortedSet<Custodian> found = new TreeSet<>();
        add(people.from(), found);
        if (envelope.isEmpty()) {
            add(people.to(), found);
            add(people.cc(), found);
            add(people.bcc(), found);
        } else {
            add(envelope, found);
        }
        return found;
    }

    private void add(Collection<Address> addresses, SortedSet<Custodian> found) {
        addresses.forEach(address -> custodian(address.address()).ifPresent(found::add));
    }

    private Optional<Custodian> custodian(String written) {
        String address = written.toLowerCase(Locale.ROOT);
        Custodian person = known.get(address);
        if (person != null) {
            return Optional.of(person);
        }
        String domain = address.substring(address.lastIndexOf('@') + 1);
        boolean isMailbox = address.indexOf('@') > 0 && address.length() <= 320 && !journal.isJournal(address);
        return isMailbox && domains.contains(domain) ? Optional.of(new Custodian(address)) : Optional.empty();
    }
}
