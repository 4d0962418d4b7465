package org.muniment.api;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.muniment.api.accounts.AccountsCommand;
import org.muniment.api.schedule.DeclareCommand;
import org.muniment.api.schedule.EventCommand;
import org.muniment.api.schedule.ReviewCommand;
import org.muniment.api.schedule.ScheduleCommand;
import org.muniment.api.sources.SourcesCommand;
import org.muniment.api.users.UsersCommand;

/**
 * The commands by their names, in the order in which a clerk meets them. One is made when it is typed: to read from their
 * annotations what all of them can do takes longer than a search.
 */
final class Commands {
    private static final Map<String, Function<Terminal, Object>> ALL = all();

    private Commands() {}

    private static Map<String, Function<Terminal, Object>> all() {
        Map<String, Function<Terminal, Object>> all = new LinkedHashMap<>();
        all.put("search", SearchCommand::new);
        all.put("item", ItemCommand::new);
        all.put("ingest", IngestCommand::new);
        all.put("sources", SourcesCommand::line);
        all.put("journal", JournalCommand::new);
        all.put("exceptions", ExceptionsCommand::new);
        all.put("hold", HoldCommand::withAll);
        all.put("request", RequestCommand::withAll);
        all.put("people", PeopleCommand::withAll);
        all.put("departed", DepartedCommand::withAll);
        all.put("code", CodeCommand::new);
        all.put("redact", RedactCommand::withAll);
        all.put("produce", ProduceCommand::new);
        all.put("production", ProductionCommand::withAll);
        all.put("purge", PurgeCommand::withAll);
        all.put("status", StatusCommand::new);
        all.put("verify", VerifyCommand::new);
        all.put("schedule", ScheduleCommand::line);
        all.put("declare", DeclareCommand::new);
        all.put("event", EventCommand::line);
        all.put("review", ReviewCommand::new);
        all.put("mailbox", MailboxCommand::withAll);
        all.put("accounts", AccountsCommand::line);
        all.put("users", UsersCommand::line);
        all.put("serve", ServeCommand::new);
        all.put("nightly", NightlyCommand::new);
        all.put("reindex", ReindexCommand::new);
        all.put("backup", BackupCommand::new);
        all.put("restore-backup", RestoreBackupCommand::new);
        all.put("keys", KeysCommand::withAll);
        all.put("init", InitCommand::new);
        all.put("demo", DemoCommand::new);
        all.put("bench", BenchCommand::withAll);
        all.put("rehearse", RehearseCommand::new);
        return all;
    }

    /** The names of all. */
    static Set<String> names() {
        return ALL.keySet();
    }

    /** The one that is typed first, or all where none is: for the help, and for what is said of a wrong name. */
    static Collection<Object> typed(List<String> arguments, Terminal terminal) {
        @Nullable Function<Terminal, Object> one = arguments.isEmpty() ? null : ALL.get(arguments.getFirst());
        return (one == null ? ALL.values() : List.of(one))
                .stream().map(make -> make.apply(terminal)).toList();
    }
}
