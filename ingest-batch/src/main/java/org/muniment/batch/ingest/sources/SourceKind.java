package org.muniment.batch.ingest.sources;

import java.util.List;

/** One kind of source that {@code sources.yaml} can name; each source package offers one. */
public interface SourceKind {
    /** What an entry writes behind {@code type:}, in small letters. */
    String type();

    /**
     * What an entry stands for, at least one account; each is taken in by a run of its own. Nothing is connected to. Keys
     * that this does not ask for are refused afterwards, so it asks for all it knows.
     *
     * @throws SettingsProblem when the entry is wrong, with the line and what to do
     */
    List<Account> accounts(SourceSettings settings) throws SettingsProblem;
}
