package org.muniment.api.accounts;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.muniment.api.Terminal;
import org.muniment.archive.web.WebAccount;

/** An account as commands show it. */
record ShownAccount(
        String id,
        String name,
        String platform,
        String address,
        String purpose,
        String requester,
        String requested,
        String due,
        boolean overdue,
        boolean authorised,
        String state,
        String entered,
        String enteredBy,
        List<Answered> answers) {
    /** One answer; the time is ISO 8601 in UTC. */
    record Answered(String answer, String words, String at, String by) {}

    static ShownAccount of(WebAccount account, LocalDate today) {
        return new ShownAccount(
                account.id(),
                account.asked().name(),
                account.asked().platform(),
                account.asked().address(),
                account.asked().purpose(),
                account.asked().requester(),
                account.asked().requested().toString(),
                account.due().toString(),
                account.isOpen() && today.isAfter(account.due()),
                account.isAuthorised(),
                account.state(),
                account.entered().toString(),
                account.enteredBy().name(),
                account.answers().stream()
                        .map(one -> new Answered(
                                one.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                                one.words(),
                                one.at().toString(),
                                one.by().name()))
                        .toList());
    }

    String line() {
        String waits = overdue ? ", overdue since " + due : ", answer due by " + due;
        return name + ": " + platform + ", " + address + "; " + state + (answers.isEmpty() ? waits : "");
    }

    void print(Terminal terminal, ZoneId zone) {
        terminal.say("%s  %s", id, Terminal.plain(name));
        terminal.sayWrapped("  ", "Platform: " + Terminal.plain(platform) + ", " + Terminal.plain(address));
        terminal.sayWrapped("  ", "For: " + Terminal.plain(purpose));
        terminal.sayWrapped(
                "  ",
                "Asked for by " + Terminal.plain(requester) + " on " + requested + ", answer due by " + due
                        + (overdue ? " (overdue)" : ""));
        terminal.sayWrapped("  ", "Entered " + Terminal.time(entered, zone) + " by " + Terminal.plain(enteredBy));
        answers.forEach(one -> terminal.sayWrapped(
                "  ",
                Terminal.time(one.at(), zone) + ": " + one.answer() + " by " + Terminal.plain(one.by())
                        + (one.words().isEmpty() ? "" : ". " + Terminal.plain(one.words()))));
        terminal.sayWrapped("  ", authorised ? "It is authorised." : "It is not authorised: " + state + ".");
    }
}
