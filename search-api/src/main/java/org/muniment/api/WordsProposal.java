package org.muniment.api;

import java.util.List;
import org.muniment.archive.Archive;
import org.muniment.archive.query.ItemQueryParser;
import org.muniment.archive.request.ScopeProposal;
import org.muniment.archive.request.ScopeProposal.Known;

/** What a request's words may mean in an archive with its directory. */
public final class WordsProposal {
    private WordsProposal() {}

    /** Reads the words; nothing is entered. */
    public static ScopeProposal of(Archive archive, String words) {
        List<Known> directory = archive.people().list().stream()
                .map(person -> new Known(person.name(), person.role(), person.custodian(), person.addresses()))
                .toList();
        return ScopeProposal.of(
                words, directory, new ItemQueryParser(archive.settings().zone()));
    }
}
